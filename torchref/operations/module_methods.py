"""Module methods: list the parameters of a model, move it, switch it between training and evaluation, save it."""

SPACE = "nn.Module"
__all__ = ["eval", "load_state_dict", "parameters", "state_dict", "to", "train"]


def parameters():
    """Iterate over the parameters of a model: the weights and biases that it learns.

    The first linear layer has a weight of shape (3, 2) and a bias of shape (3,); the ReLU has neither:

    >>> model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
    >>> [tuple(weight.shape) for weight in model.parameters()]
    [(3, 2), (3,), (1, 3), (1,)]
    >>> sum(weight.numel() for weight in model.parameters())
    13

    ``named_parameters`` returns each parameter with its name, which here starts with the name of the layer:

    >>> [name for name, weight in model.named_parameters()]
    ['0.weight', '0.bias', '2.weight', '2.bias']

    The result is an iterator, which is empty after one pass. Call ``parameters`` again instead of keeping it:

    >>> weights = model.parameters()
    >>> many = sum(weight.numel() for weight in weights)
    >>> optimizer = torch.optim.SGD(weights)
    Traceback (most recent call last):
    ValueError: optimizer got an empty parameter list
    >>> optimizer = torch.optim.SGD(model.parameters())

    ``parameters`` yields the model's own tensors, not copies. To freeze the first layer, set ``requires_grad`` to
    ``False`` and drop the gradient that an optimizer would still apply. A frozen batch norm needs
    :func:`nn.Module.eval` too:

    >>> for weight in model[0].parameters():
    ...     weight.requires_grad = False
    ...     weight.grad = None
    >>> [weight.requires_grad for weight in model.parameters()]
    [False, False, True, True]

    A plain tensor in place of a parameter raises. Wrap it in ``torch.nn.Parameter``, or write into the existing parameter
    under :func:`no_grad`:

    >>> model[0].bias = torch.zeros(3)
    Traceback (most recent call last):
    TypeError: cannot assign 'torch.FloatTensor' as parameter 'bias' (torch.nn.Parameter or None expected)
    >>> model[0].bias = torch.nn.Parameter(torch.zeros(3))

    ``recurse=False`` omits the parameters of the layers inside. The model itself has 0, and its first layer has 2:

    >>> len(list(model.parameters(recurse=False))), len(list(model[0].parameters(recurse=False)))
    (0, 2)

    :param recurse: ``False`` omits the parameters of the layers inside.

    See also: :func:`optim.SGD`, :func:`nn.Module.state_dict`, :func:`requires_grad`, :func:`nn.Module`.

    :asked: optimizer got an empty parameter list; cannot assign torch.floattensor as parameter; model summary like
    keras; what to pass to the optimizer; different learning rate for different layers; list all layer names and
    shapes; how big is my model; get all weights of a network; print weight of the first layer; how many parameters
    has the model; parameter count number of trainable parameters
    """
    raise NotImplementedError("NumPy does not have models: keep the arrays in a list.")


def to():
    """Move a model to a GPU or another device, or change its dtype, in place.

    The model itself changes, and is returned:

    >>> model = torch.nn.Conv1d(1, 1, 1)
    >>> model.to(torch.float64) is model
    True
    >>> model.weight.dtype
    torch.float64

    A tensor does not change in place: its :func:`to` returns the converted tensor. Assign the result to ``x``:

    >>> x = torch.ones(2, 1, 3)
    >>> result = x.to(torch.float64)
    >>> model(x)
    Traceback (most recent call last):
    RuntimeError: Input type (float) and bias type (double) should be the same
    >>> x = x.to(torch.float64)
    >>> model(x).shape
    torch.Size([2, 1, 3])

    The input has to be on the device of the model. Here ``meta``, a device that does not store elements, stands in for
    a GPU:

    >>> model = torch.nn.Linear(2, 1).to("meta")
    >>> model(torch.ones(3, 2))
    Traceback (most recent call last):
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    >>> model(torch.ones(3, 2, device="meta")).shape
    torch.Size([3, 1])

    Gradients need continuous values, so the dtype has to be floating-point or complex. Convert to a smaller float dtype
    instead:

    >>> model.to(torch.int64)
    Traceback (most recent call last):
    TypeError: nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int64
    >>> model.to(torch.bfloat16).weight.dtype
    torch.bfloat16

    :param device: The device to move the parameters and buffers to.
    :param dtype: The dtype for floating-point and complex parameters and buffers; integer parameters and buffers keep
        their dtype.
    :param tensor: A floating-point or complex tensor; the model is converted to its dtype and device.
    :param memory_format: The order in memory: ``torch.channels_last`` for 4-d parameters and buffers, or
        ``torch.channels_last_3d`` for 5-d.

    See also: :func:`to`, :func:`cuda`, :func:`device`, :func:`nn.Module`.

    :asked: move a model to the gpu; model and input on different devices; input type and weight type should be the
    same; torch.cuda.floattensor and torch.floattensor should be the same; .to(device) on data does nothing; expected
    all tensors on the same device inside a layer; whole model to double precision; send network to cuda with
    model.cuda(); input on cuda but model weights on cpu; whole model to half precision; train network on another gpu
    """
    raise NotImplementedError("NumPy has neither models nor devices: convert each array by itself, with ``astype``.")


def train():
    """Switch a model to training mode, which changes dropout and batch norm.

    The call does not train. It sets the flag ``training``, which most layers do not read, on the model and its layers.
    A new model is in training mode:

    >>> model = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.Dropout(0.5))
    >>> model.training, model[1].training
    (True, True)

    Dropout sets elements to 0 at random in this mode. It scales up the rest, here by 2, to keep the mean about the same:

    >>> dropped = torch.nn.Dropout(0.5)(torch.ones(1000))
    >>> sorted(set(dropped.tolist()))
    [0.0, 2.0]

    The flag stays until it is set again. Call ``train`` after a validation in :func:`nn.Module.eval` mode; otherwise the
    next epochs silently train without dropout:

    >>> model = model.eval()
    >>> model[1].training
    False
    >>> model = model.train()
    >>> model[1].training
    True

    Batch norm takes the mean and the variance of each channel from the batch, and one value per channel is too few. The
    last batch of an epoch may hold one sample: drop it with ``drop_last=True``. For a prediction, switch to
    :func:`nn.Module.eval`:

    >>> torch.nn.BatchNorm1d(2)(torch.ones(1, 2))
    Traceback (most recent call last):
    ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 2])
    >>> torch.nn.BatchNorm1d(2).eval()(torch.ones(1, 2)).shape
    torch.Size([1, 2])

    ``train(False)`` does what ``eval()`` does, which is useful when the mode is in a variable:

    >>> model.train(mode=False)[1].training
    False

    :param mode: ``False`` switches to evaluation mode, as :func:`nn.Module.eval` does.

    See also: :func:`nn.Module.eval`, :func:`nn.Module`, :func:`utils.data.DataLoader`.

    :asked: training mode; what does model.train() do; expected more than 1 value per channel when training; dropout
    randomly zeroes activations; last batch of one sample crashes; does model.train start the training; batchnorm
    error with batch size 1; dropout randomly drops neurons against overfitting; switch back from eval to train mode;
    training vs eval mode of a model; enable dropout with model.train() again
    """
    raise NotImplementedError("NumPy does not have a training mode: pass the mode to the functions that need it.")


def eval():
    """Switch a model to evaluation mode, as for predictions and validation.

    In training mode, dropout makes predictions random. In evaluation mode, it returns its input:

    >>> model, x = torch.nn.Dropout(0.5), torch.ones(1000)
    >>> torch.equal(model(x), model(x))
    False
    >>> torch.equal(model.eval()(x), x)
    True

    In training mode, batch norm uses the mean and the variance of the batch, so the prediction for one sample depends
    on the others. In evaluation mode, by default, it uses the running mean and variance from training, which are 0
    and 1 in a new layer:

    >>> batch = torch.tensor([[1.0], [3.0]])
    >>> torch.nn.BatchNorm1d(1)(batch).round(decimals=2).tolist()
    [[-1.0], [1.0]]
    >>> torch.nn.BatchNorm1d(1).eval()(batch).round(decimals=2).tolist()
    [[1.0], [3.0]]

    The function ``torch.nn.functional.dropout`` does not follow the mode: without ``training=self.training``, predictions
    stay random:

    >>> class Model(torch.nn.Module):
    ...     def forward(self, x):
    ...         return torch.nn.functional.dropout(x, 0.5, training=self.training)
    >>> torch.equal(torch.nn.functional.dropout(x, 0.5), x), torch.equal(Model().eval()(x), x)
    (False, True)

    Evaluation mode does not switch off gradients. For predictions, combine it with :func:`no_grad`, which saves memory
    and time:

    >>> layer = torch.nn.Linear(1, 1).eval()
    >>> layer(batch).requires_grad
    True
    >>> with torch.no_grad():
    ...     layer(batch).requires_grad
    False

    See also: :func:`nn.Module.train`, :func:`no_grad`, :func:`nn.Module`.

    :asked: model.eval() vs torch.no_grad(); inference with a trained model; result depends on the other samples in
    the batch; predictions change every time for same input; switch off batchnorm updates at test time; test accuracy
    much lower than training accuracy; prediction for a single image; same image gives different output each run;
    which mode before validation; turn off dropout; evaluation or test mode of model
    """
    raise NotImplementedError("NumPy does not have a training mode: pass the mode to the functions that need it.")


def state_dict():
    """Get the parameters and buffers of a model as a dict, for example to save them.

    The dict maps names to tensors. Save the dict rather than the model, because the file of a saved model depends on
    the code of its class:

    >>> import io
    >>> file = io.BytesIO()
    >>> model = torch.nn.Linear(2, 1)
    >>> torch.save(model.state_dict(), file)
    >>> list(model.state_dict())
    ['weight', 'bias']

    The dict is not a copy: its tensors share the memory of the model, so the weights of the best epoch silently change as
    training goes on. Copy the dict with ``copy.deepcopy``:

    >>> import copy
    >>> best, copied = model.state_dict(), copy.deepcopy(model.state_dict())
    >>> with torch.no_grad():
    ...     model.weight[:] = 7
    >>> best["weight"], torch.equal(copied["weight"], model.weight)
    (tensor([[7., 7.]]), False)

    The dict also holds buffers, except those registered with ``persistent=False``. A buffer, such as the running mean of a
    batch norm, is not changed by gradients:

    >>> list(torch.nn.BatchNorm1d(2).state_dict())
    ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked']

    To continue training later, also save the state of the optimizer, which holds the momentum:

    >>> list(torch.optim.SGD(model.parameters()).state_dict())
    ['state', 'param_groups']

    When an optimizer state is loaded, each parameter group must have as many parameters as the saved group; shapes and
    names are not compared. Make the optimizer with the same parameters in the same order:

    >>> saved = torch.optim.SGD(model.parameters()).state_dict()
    >>> torch.optim.SGD([model.weight]).load_state_dict(saved)
    Traceback (most recent call last):
    ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group
    >>> torch.optim.SGD(model.parameters()).load_state_dict(saved)

    ``keep_vars=True`` returns the parameters themselves instead of detached tensors. ``prefix`` is put before each
    name, and ``destination`` is the dict to fill, so that one dict can hold several models:

    >>> model.state_dict()["bias"].requires_grad, model.state_dict(keep_vars=True)["bias"].requires_grad
    (False, True)
    >>> both = {}
    >>> for prefix in ("left.", "right."):
    ...     _ = model.state_dict(destination=both, prefix=prefix)
    >>> list(both)
    ['left.weight', 'left.bias', 'right.weight', 'right.bias']

    :param args: Deprecated: pass the arguments by name.
    :param destination: A dict to fill and return, so that several models share one.
    :param prefix: The text put before each name; end it with a dot, which torch does not add.
    :param keep_vars: ``True`` returns the parameters themselves instead of detached tensors.

    See also: :func:`nn.Module.load_state_dict`, :func:`save`, :func:`nn.Module.parameters`, :func:`clone`.

    :asked: what to save of a model; loaded state dict contains a parameter group that doesn't match the size; export
    only the weights of trained model; weights as dictionary of names; save progress and resume training later; what
    does model.state_dict() contain; keep the best model during training; early stopping restore best weights; list
    keys of the network weights; snapshot of weights every epoch
    """
    raise NotImplementedError("NumPy does not have models: keep the arrays in a dict of your own.")


def load_state_dict(own, state_dict):
    """Load saved weights into a model.

    Build the model from code first. The values are copied in place, converted to the dtype of the model. The result is a
    report, so do not write ``model = model.load_state_dict(...)``:

    >>> trained, model = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1)
    >>> model.load_state_dict(trained.state_dict())
    <All keys matched successfully>
    >>> torch.equal(model.weight, trained.weight), model.weight.data_ptr() == trained.weight.data_ptr()
    (True, False)

    The argument is a dict, not the name of a file. Read the file with :func:`load` first:

    >>> model.load_state_dict("weights.pt")
    Traceback (most recent call last):
    TypeError: Expected state_dict to be dict-like, got <class 'str'>.
    >>> model.load_state_dict(trained.state_dict())
    <All keys matched successfully>

    The names have to be those of the model. Remove a prefix, such as ``module.`` from ``DataParallel``:

    >>> saved = torch.nn.Sequential(trained).state_dict()
    >>> model.load_state_dict(saved)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...Missing key(s) in state_dict: "weight", "bias"...Unexpected key(s) in state_dict: "0.weight", "0.bias"...
    >>> model.load_state_dict({name.removeprefix("0."): value for name, value in saved.items()})
    <All keys matched successfully>

    The shapes of weights and biases have to agree, even with ``strict=False``. If the last layer has a different number
    of classes, remove its entries from the dict:

    >>> other, saved = torch.nn.Linear(2, 10), trained.state_dict()
    >>> other.load_state_dict(saved, strict=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...size mismatch for weight: copying a param with shape torch.Size([1, 2]) from checkpoint, the shape in current model is torch.Size([10, 2])...
    >>> del saved["weight"], saved["bias"]
    >>> other.load_state_dict(saved, strict=False)
    _IncompatibleKeys(missing_keys=['weight', 'bias'], unexpected_keys=[])

    After an error about names or shapes, the entries that fit are loaded nevertheless, so the model has changed:

    >>> import contextlib
    >>> with contextlib.suppress(RuntimeError):
    ...     model.load_state_dict({"weight": torch.ones(1, 2)})
    >>> model.weight.tolist()
    [[1.0, 1.0]]

    ``strict=False`` loads what fits by name, and leaves the rest as it was. Read the report:

    >>> model.load_state_dict({"weight": torch.ones(1, 2), "wieght": torch.ones(1, 2)}, strict=False)
    _IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['wieght'])

    ``assign=True`` makes the model use the memory of the loaded tensors. A model on ``meta``, which lacks memory of its
    own, needs this option:

    >>> ghost = torch.nn.Linear(2, 1, device="meta")
    >>> ghost.load_state_dict(trained.state_dict(), assign=True)
    <All keys matched successfully>
    >>> ghost.weight.device, ghost.weight.data_ptr() == trained.weight.data_ptr()
    (device(type='cpu'), True)

    :param state_dict: The dict of names and tensors, as :func:`nn.Module.state_dict` returns it.
    :param strict: ``False`` ignores names that are missing or unexpected; a wrong shape raises even so.
    :param assign: ``True`` uses the memory, the dtype and the device of the loaded tensors instead of copying their
        values.

    See also: :func:`nn.Module.state_dict`, :func:`load`, :func:`nn.Module`, :func:`nn.Module.eval`.

    :asked: unexpected key(s) in state_dict; module. prefix from dataparallel; ignore keys that do not match
    strict=false; expected state_dict to be dict-like; copy weights from one network to another; dqn target network
    update; checkpoint keys do not match model; load pretrained backbone without head; load or put saved weights into
    model; pretrained weights with a different last layer; size mismatch because number of classes differs; size
    mismatch for fc.weight copying a param
    """
    for name, x in own.items():
        if name in state_dict and state_dict[name].shape == x.shape:
            x[...] = state_dict[name]
    if {name: x.shape for name, x in own.items()} != {name: x.shape for name, x in state_dict.items()}:
        raise ValueError("names or shapes differ")


ELSEWHERE = {"optim.Optimizer.state_dict": state_dict, "optim.Optimizer.load_state_dict": load_state_dict}
