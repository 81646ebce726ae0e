"""Module methods: list the parameters of a model, move it, switch it between training and evaluation, save it."""

SPACE = "nn.Module"
__all__ = ["eval", "load_state_dict", "parameters", "state_dict", "to", "train"]


def parameters():
    """Go through all weights and biases that a model learns.

    >>> model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
    >>> [tuple(weight.shape) for weight in model.parameters()]
    [(3, 2), (3,), (1, 3), (1,)]
    >>> sum(weight.numel() for weight in model.parameters())
    13

    With their names:

    >>> [name for name, weight in model.named_parameters()]
    ['0.weight', '0.bias', '2.weight', '2.bias']

    It is an iterator, and empty after one pass. Call it again instead of keeping it:

    >>> weights = model.parameters()
    >>> many = sum(weight.numel() for weight in weights)
    >>> optimizer = torch.optim.SGD(weights)
    Traceback (most recent call last):
    ValueError: optimizer got an empty parameter list
    >>> optimizer = torch.optim.SGD(model.parameters())

    They are the tensors of the model itself. To freeze the first layer, let them ask for no gradient:

    >>> for weight in model[0].parameters():
    ...     weight.requires_grad = False
    >>> [weight.requires_grad for weight in model.parameters()]
    [False, False, True, True]

    A plain tensor cannot take the place of one. Wrap it, or write into the one that is there under :func:`no_grad`:

    >>> model[0].bias = torch.zeros(3)
    Traceback (most recent call last):
    TypeError: cannot assign 'torch.FloatTensor' as parameter 'bias' (torch.nn.Parameter or None expected)
    >>> model[0].bias = torch.nn.Parameter(torch.zeros(3))

    ``recurse=False`` leaves out the parameters of the layers inside. This model has none of its own:

    >>> len(list(model.parameters(recurse=False))), len(list(model[0].parameters(recurse=False)))
    (0, 2)

    :param recurse: ``False`` leaves out the parameters of the layers inside.

    See also: :func:`optim.SGD`, :func:`nn.Module.state_dict`, :func:`requires_grad`, :func:`nn.Module`.

    :asked: optimizer got an empty parameter list; cannot assign torch.floattensor as parameter; model summary like
    keras; what to pass to the optimizer; different learning rate for different layers; list all layer names and
    shapes; how big is my model; get all weights of a network; print weight of the first layer; how many parameters
    has the model; parameter count number of trainable parameters
    """
    raise NotImplementedError("NumPy has no models, so there is nothing to ask: keep the arrays in a list.")


def to():
    """Move a model to a GPU or another device, or change its dtype, in place.

    The model itself changes, and is returned:

    >>> model = torch.nn.Conv1d(1, 1, 1)
    >>> model.to(torch.float64) is model
    True
    >>> model.weight.dtype
    torch.float64

    A tensor does not change. Its :func:`to` gives another one, and without ``x =`` that one is lost:

    >>> x = torch.ones(2, 1, 3)
    >>> result = x.to(torch.float64)
    >>> model(x)
    Traceback (most recent call last):
    RuntimeError: Input type (float) and bias type (double) should be the same
    >>> x = x.to(torch.float64)
    >>> model(x).shape
    torch.Size([2, 1, 3])

    The same with devices: inputs go where the model went. Here ``meta``, a device without numbers, stands for a GPU:

    >>> model = torch.nn.Linear(2, 1).to("meta")
    >>> model(torch.ones(3, 2))
    Traceback (most recent call last):
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    >>> model(torch.ones(3, 2, device="meta")).shape
    torch.Size([3, 1])

    Gradients need steps as small as they like, so a model cannot be made of integers:

    >>> model.to(torch.int64)
    Traceback (most recent call last):
    TypeError: nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int64

    :param device: The device to move all parameters and buffers to.
    :param dtype: The dtype for all floating-point parameters and buffers; those of integers keep theirs.
    :param tensor: A tensor whose dtype and device the model takes.
    :param copy: Not accepted: a module is always changed in place.

    See also: :func:`to`, :func:`cuda`, :func:`device`, :func:`nn.Module`.

    :asked: move a model to the gpu; model and input on different devices; input type and weight type should be the
    same; torch.cuda.floattensor and torch.floattensor should be the same; .to(device) on data does nothing; expected
    all tensors on the same device inside a layer; whole model to double precision; send network to cuda with
    model.cuda(); input on cuda but model weights on cpu; whole model to half precision; train network on another gpu;
    several gpus training dataparallel
    """
    raise NotImplementedError("NumPy has neither models nor devices: convert each array by itself, with ``astype``.")


def train():
    """Switch to training mode: dropout drops, batch norm looks at the batch.

    It trains nothing. It sets a flag on the model and all its layers, and most layers do not look at it. A new model
    is in this mode:

    >>> model = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.Dropout(0.5))
    >>> model.training, model[1].training
    (True, True)

    Dropout does. It sets numbers to 0 by chance and scales up the rest, here by 2, to keep the mean about the same:

    >>> dropped = torch.nn.Dropout(0.5)(torch.ones(1000))
    >>> sorted(set(dropped.tolist()))
    [0.0, 2.0]

    The flag stays until it is set again. A loop that looks at the validation data with :func:`nn.Module.eval` goes back for the
    next epoch, or it trains without dropout from then on:

    >>> model = model.eval()
    >>> model[1].training
    False
    >>> model = model.train()
    >>> model[1].training
    True

    Batch norm takes mean and variance from the batch, and one sample alone has no variance. Such a batch is often the
    last one of an epoch; ``drop_last=True`` leaves it out:

    >>> torch.nn.BatchNorm1d(2)(torch.ones(1, 2))
    Traceback (most recent call last):
    ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 2])

    ``train(False)`` does what ``eval()`` does, for code that holds the mode in a variable:

    >>> model.train(mode=False)[1].training
    False

    :param mode: ``False`` switches to evaluation mode, as :func:`nn.Module.eval` does.

    See also: :func:`nn.Module.eval`, :func:`nn.Module`, :func:`utils.data.DataLoader`.

    :asked: training mode; what does model.train() do; expected more than 1 value per channel when training; dropout
    randomly zeroes activations; last batch of one sample crashes; does model.train start the training; batchnorm
    error with batch size 1; dropout randomly drops neurons against overfitting; switch back from eval to train mode;
    training vs eval mode of a model; enable dropout with model.train() again
    """
    raise NotImplementedError("NumPy functions have no mode: give those that need one an argument for it.")


def eval():
    """Switch to evaluation mode: the same input always gives the same output.

    Before, dropout makes each prediction another one:

    >>> model, x = torch.nn.Dropout(0.5), torch.ones(1000)
    >>> torch.equal(model(x), model(x))
    False
    >>> torch.nn.Dropout(0.5).eval()(torch.ones(3))
    tensor([1., 1., 1.])

    In training mode batch norm looks at the batch, so the prediction for one sample depends on the others. In
    evaluation mode it uses the mean and variance gathered while training, in this new layer still 0 and 1:

    >>> batch = torch.tensor([[1.0], [3.0]])
    >>> torch.nn.BatchNorm1d(1)(batch).round(decimals=2).tolist()
    [[-1.0], [1.0]]
    >>> torch.nn.BatchNorm1d(1).eval()(batch).round(decimals=2).tolist()
    [[1.0], [3.0]]

    It does not switch off the gradients. For predictions write :func:`no_grad` as well, which saves memory and time:

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
    which mode before validation; turn off or disable dropout; evaluation or test mode of model
    """
    raise NotImplementedError("NumPy functions have no mode: give those that need one an argument for it.")


def state_dict():
    """Get the weights of a model, and all it has learnt, as a dict to save.

    >>> model = torch.nn.Linear(2, 1)
    >>> list(model.state_dict())
    ['weight', 'bias']

    This is what gets saved, rather than the model, whose file would depend on the code of its class:

    >>> import io
    >>> file = io.BytesIO()
    >>> torch.save(model.state_dict(), file)

    It is no copy. The tensors share the memory of the model, and what looks like the best state goes on learning:

    >>> best = model.state_dict()
    >>> with torch.no_grad():
    ...     model.weight[:] = 7
    >>> best["weight"]
    tensor([[7., 7.]])
    >>> import copy
    >>> best = copy.deepcopy(model.state_dict())
    >>> with torch.no_grad():
    ...     model.weight[:] = 8
    >>> best["weight"]
    tensor([[7., 7.]])

    It holds more than :func:`nn.Module.parameters`: batch norm's mean and variance too, which no gradient changes:

    >>> list(torch.nn.BatchNorm1d(2).state_dict())
    ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked']

    To go on training later, save that of the optimizer as well. Momentum lies there. It fits the same parameters only:

    >>> list(torch.optim.SGD(model.parameters()).state_dict())
    ['state', 'param_groups']
    >>> torch.optim.SGD([model.weight]).load_state_dict(torch.optim.SGD(model.parameters()).state_dict())
    Traceback (most recent call last):
    ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group

    ``keep_vars=True`` gives the parameters themselves, which require grad. ``prefix`` starts each name, and
    ``destination`` is filled, so that one dict holds several models:

    >>> model.state_dict()["bias"].requires_grad, model.state_dict(keep_vars=True)["bias"].requires_grad
    (False, True)
    >>> both = {}
    >>> for prefix in ("left.", "right."):
    ...     _ = model.state_dict(destination=both, prefix=prefix)
    >>> list(both)
    ['left.weight', 'left.bias', 'right.weight', 'right.bias']

    :param args: Deprecated: pass the arguments by name.
    :param destination: A dict to fill and return, so that several models share one.
    :param prefix: What each name starts with, including the point.
    :param keep_vars: ``True`` returns the parameters themselves, which require grad, instead of detached tensors.

    See also: :func:`nn.Module.load_state_dict`, :func:`save`, :func:`nn.Module.parameters`, :func:`clone`.

    :asked: what to save of a model; loaded state dict contains a parameter group that doesn't match the size; export
    only the weights of trained model; weights as dictionary of names; save progress and resume training later; what
    does model.state_dict() contain; keep the best model during training; early stopping restore best weights; list
    keys of the network weights; snapshot of weights every epoch
    """
    raise NotImplementedError("NumPy has no models: whoever keeps the arrays in a dict has it already.")


def load_state_dict(own, state_dict):
    """Load saved weights into a model.

    The model is built from code first. Its numbers are overwritten in place, and nothing is shared afterwards:

    >>> trained, model = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1)
    >>> model.load_state_dict(trained.state_dict())
    <All keys matched successfully>
    >>> torch.equal(model.weight, trained.weight)
    True

    What comes back is a report, not the model, so do not write ``model = model.load_state_dict(...)``. Nor does it
    take the name of a file; that is for :func:`load`:

    >>> model.load_state_dict("weights.pt")
    Traceback (most recent call last):
    TypeError: Expected state_dict to be dict-like, got <class 'str'>.

    The names must be those of the model. Here they have a prefix, as after ``DataParallel``, which is taken off:

    >>> saved = torch.nn.Sequential(trained).state_dict()
    >>> model.load_state_dict(saved)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...Missing key(s) in state_dict: "weight", "bias"...Unexpected key(s) in state_dict: "0.weight", "0.bias"...
    >>> model.load_state_dict({name.removeprefix("0."): value for name, value in saved.items()})
    <All keys matched successfully>

    The shapes must agree too. A last layer for another number of classes does not, and not even ``strict=False``
    passes over that; take it out of the dict:

    >>> torch.nn.Linear(2, 10).load_state_dict(model.state_dict(), strict=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...size mismatch for weight: copying a param with shape torch.Size([1, 2]) from checkpoint, the shape in current model is torch.Size([10, 2])...

    ``strict=False`` loads what fits by name, and leaves the rest as it was. Read the report:

    >>> model.load_state_dict({"weight": torch.ones(1, 2), "wieght": torch.ones(1, 2)}, strict=False)
    _IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['wieght'])

    ``assign=True`` puts the loaded tensors themselves into the model, which a model on ``meta``, without memory, needs:

    >>> ghost = torch.nn.Linear(2, 1, device="meta")
    >>> ghost.load_state_dict(trained.state_dict(), assign=True)
    <All keys matched successfully>
    >>> ghost.weight.device, ghost.weight.data_ptr() == trained.weight.data_ptr()
    (device(type='cpu'), True)

    :param state_dict: The dict of names and tensors, as :func:`nn.Module.state_dict` returns it.
    :param strict: ``False`` ignores names that are missing or unexpected; shapes must agree all the same.
    :param assign: ``True`` puts the loaded tensors in place of the parameters instead of copying values, and keeps
        their dtype and device.

    See also: :func:`nn.Module.state_dict`, :func:`load`, :func:`nn.Module`, :func:`nn.Module.eval`.

    :asked: unexpected key(s) in state_dict; module. prefix from dataparallel; ignore keys that do not match
    strict=false; expected state_dict to be dict-like; copy weights from one network to another; dqn target network
    update; checkpoint keys do not match model; load pretrained backbone without head; load or put saved weights into
    model; pretrained weights with a different last layer; size mismatch because number of classes differs; size
    mismatch for fc.weight copying a param
    """
    if {name: x.shape for name, x in own.items()} != {name: x.shape for name, x in state_dict.items()}:
        raise ValueError("names or shapes differ")
    for name, x in own.items():
        x[...] = state_dict[name]


ELSEWHERE = {"optim.Optimizer.state_dict": state_dict, "optim.Optimizer.load_state_dict": load_state_dict}
