"""Random programs in the language of the playground, and what torch makes of them, step by step."""

import random
import warnings

import torch

from docs.pages.playground import Torch

SIZES = (0, 1, 1, 2, 2, 2, 3, 3, 4, 5)
MOST = 200
"""Elements of a tensor, at most: programs are stopped before they grow beyond."""
DTYPES = ("torch.float32", "torch.int64", "torch.bool")
KINDS = """
reshape reshape reshape view view flatten unflatten permute permute permute transpose transpose t T mT movedim squeeze
unsqueeze unsqueeze expand expand repeat tile flip roll narrow select unbind chunk split diagonal unfold contiguous
contiguous clone sum mean max amax cumsum matmul to index index index index advanced advanced advanced function neg
"""
"""The operations drawn from; how often one stands here is how often it is drawn."""
FUNCTIONS = """
reshape flatten unflatten permute transpose t movedim squeeze unsqueeze tile flip roll narrow select unbind chunk split
diagonal clone sum mean amax max matmul cumsum
"""
"""Those that are functions of torch as well."""


class Maker:
    """Makes a program line by line, knowing what torch made of the lines before."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.torch = Torch()
        self.lines = []

    def chance(self, part):
        return self.random.random() < part

    def tensors(self):
        return {name: one for name, one in self.torch.names.items() if isinstance(one, torch.Tensor)}

    def program(self):
        """Return the program; what torch made of it is in ``self.torch``."""
        for _ in range(self.random.randint(2, 7)):
            line = self.line()
            self.lines.append(line)
            if not self.torch.run(line) or any(product(one.shape) > MOST for one in self.torch.alive):
                break
        return "\n".join(self.lines)

    def line(self):
        known = self.tensors()
        if not known or self.chance(0.12):
            source = self.source()
            return f"{self.name()} = {source}{self.chain(source) if self.chance(0.3) else ''}"
        name = self.random.choice(list(known))
        kind = self.random.random()
        if kind < 0.22:
            return self.write(name, known[name])
        if kind < 0.27:
            return self.ask(name)
        if kind < 0.28:
            call, _ = self.pieces(known[name])
            other = self.random.choice(list(known))
            return self.random.choice(
                (f"{name}{call}", f"{other}, {name}", f"{other}, {name}{self.basic(list(known[name].shape))}")
            )
        if kind < 0.31:
            call, count = self.pieces(known[name])
            targets = ", ".join(f"p{n}" for n in range(max(count, 1)))
            return f"{targets}{',' if count <= 1 else ''} = {name}{call}"
        if kind < 0.46:
            return f"{self.name()} = {self.arithmetic(name, known[name])}"
        if kind < 0.50:
            return f"{self.name()} = {self.join(name, known)}"
        if self.chance(0.15):
            return f"{self.name()} = {self.function(name, known[name])}"
        expression = f"{name}{self.operation(list(known[name].shape), known[name].dtype)}"
        chained = f"{expression}{self.chain(expression)}"
        return chained if self.chance(0.1) else f"{self.name()} = {chained}"

    def name(self):
        return self.random.choice("xyzabc")

    def shape(self, least=0):
        shape = [self.random.choice(SIZES) for _ in range(self.random.choice((0, 1, 1, 2, 2, 2, 3, 3, 4)))]
        return shape if product(shape) <= 72 and len(shape) >= least else [2, 3]

    def tuple(self, items):
        items = list(items)
        return f"({', '.join(map(str, items))}{',' if len(items) == 1 else ''})"

    def args(self, items):
        """Sizes as torch takes them: one after the other, or one tuple or list."""
        items = list(items)
        if items and self.chance(0.5):
            return ", ".join(map(str, items))
        return self.tuple(items) if self.chance(0.7) else str(items)

    def source(self):
        pick = self.random.random
        dtype = f", dtype={self.random.choice(DTYPES)}" if self.chance(0.3) else ""
        kind = pick()
        if kind < 0.08 and self.tensors():
            other = self.random.choice(list(self.tensors()))
            return f"torch.{self.random.choice(('zeros_like', 'ones_like'))}({other}{dtype})"
        if kind < 0.35:
            shape = self.shape()
            n = product(shape)
            start = f"torch.arange({n})" if self.chance(0.7) or not n else f"torch.arange({n}.0)"
            return f"{start}.reshape({self.args(shape)})"
        if kind < 0.45:
            start, step = self.random.randint(-3, 3), self.random.choice((1, 2, 3, -1, 0.5, 0.25, 0))
            if dtype.endswith("bool"):
                dtype = ""
            return f"torch.arange({start}, {start + self.random.randint(-4, 9) * (step or 1)}, {step}{dtype})"
        if kind < 0.6:
            function = self.random.choice(("zeros", "ones"))
            shape = self.shape()
            if self.chance(0.02):
                shape = [*shape, -1]
            return f"torch.{function}({self.args(shape)}{dtype})"
        if kind < 0.66:
            return f"torch.full({self.tuple(self.shape())}, {self.number()}{dtype})"
        if kind < 0.72:
            rows = self.random.randint(-1 if self.chance(0.05) else 0, 4)
            return f"torch.eye({rows}{f', {self.random.randint(0, 4)}' if self.chance(0.4) else ''}{dtype})"
        return f"torch.tensor({self.nested(self.shape())}{dtype})"

    def nested(self, shape):
        number = self.random.choice((self.integer, self.integer, self.decimal, self.truth, self.number))

        def made(left):
            if not left:
                return str(number())
            items = [made(left[1:]) for _ in range(left[0])]
            return f"[{', '.join(items)}]"

        return made(shape)

    def integer(self):
        return self.random.randint(-9, 99)

    def decimal(self):
        if self.chance(0.03):
            return self.random.choice((0.0001, 12345.5, 3e8, 1e-6, 0.1, 1e10))
        return self.random.randint(-40, 40) / 8

    def truth(self):
        return self.chance(0.5)

    def number(self):
        return self.random.choice((self.integer, self.integer, self.decimal, self.truth))()

    def dim(self, ndim):
        if self.chance(0.03):
            return self.random.choice((ndim, ndim + 1, -ndim - 1, 3, -4))
        n = max(ndim, 1)
        return self.random.randint(-n, n - 1)

    def target(self, n):
        """Another shape for n elements, sometimes with -1, sometimes one that does not fit."""
        shape, left = [], n
        if n == 0:
            shape = self.random.sample([0, self.random.randint(0, 4), 1, 2], self.random.randint(1, 4))
            if 0 not in shape:
                shape.append(0)
            left = 1
        while left > 1:
            divisor = self.random.choice([k for k in range(2, left + 1) if left % k == 0])
            shape.append(divisor)
            left //= divisor
        for _ in range(self.random.choice((0, 0, 0, 1, 2))):
            shape.insert(self.random.randint(0, len(shape)), 1)
        if shape and self.chance(0.3):
            shape[self.random.randrange(len(shape))] = -1
        if self.chance(0.05):
            shape.insert(self.random.randint(0, len(shape)), self.random.choice((5, 7, -1, -1, -2, 0)))
        return shape

    def regrouped(self, shape):
        """A target near the shape: neighbours merged, or one split, so that views have a chance."""
        shape = list(shape)
        if len(shape) > 1 and self.chance(0.6):
            d = self.random.randrange(len(shape) - 1)
            shape[d : d + 2] = [shape[d] * shape[d + 1]]
        elif shape:
            d = self.random.randrange(len(shape))
            divisors = [k for k in range(1, shape[d] + 1) if shape[d] % k == 0] or [1]
            k = self.random.choice(divisors)
            shape[d : d + 1] = self.random.choice(([k, shape[d] // k], [-1, k], [shape[d] // k, k]))
        return shape

    def chain(self, expression):
        """More operations behind an expression, each fit for what torch makes of those before."""
        added = ""
        while self.chance(0.4):
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    found = eval(expression + added, {"torch": torch, **copied(self.tensors())})
            except Exception:
                break
            if not isinstance(found, torch.Tensor) or product(found.shape) > MOST:
                break
            if self.chance(0.1):
                added += self.random.choice((".zero_()", f".fill_({self.number()})", f".add_({self.number()})"))
            else:
                added += self.operation(list(found.shape), found.dtype)
        return added

    def function(self, name, tensor):
        """An operation as a function of torch."""
        method, _, rest = self.operation(list(tensor.shape), tensor.dtype).removeprefix(".").partition("(")
        args, closed, after = rest.rpartition(")")
        if method not in FUNCTIONS.split() or not closed or args.count("(") != args.count(")"):
            return f"torch.flatten({name})"
        if method in ("permute", "flip", "tile", "reshape") and args[:1] not in ("(", "["):
            args = f"({args},)"
        return f"torch.{method}({name}{', ' if args else ''}{args}){after}"

    def operation(self, shape, dtype):
        pick = self.random.choice
        ndim, n = len(shape), product(shape)
        kind = pick(KINDS.split())
        if kind == "matmul" and ndim > 2:
            kind = "reshape"
        if kind in ("reshape", "view"):
            to = self.regrouped(shape) if self.chance(0.5) else self.target(n)
            return f".{kind}({self.args(to)})"
        if kind == "flatten":
            return pick((".flatten()", f".flatten({self.dim(ndim)})", f".flatten({self.dim(ndim)}, {self.dim(ndim)})"))
        if kind == "unflatten":
            if not ndim:
                return ".flatten()"
            d = self.random.randrange(ndim)
            k = pick([k for k in range(1, shape[d] + 1) if shape[d] % k == 0] or [1])
            to = pick(([k, shape[d] // k], [-1, k], [k, -1], [shape[d] // k, 1, k])) if self.chance(0.9) else [3, 2]
            if shape[d] == 0:
                to = [0, 2]
            return f".unflatten({d}, {self.tuple(to)})"
        if kind == "permute":
            dims = list(range(ndim))
            self.random.shuffle(dims)
            if self.chance(0.04):
                dims = [*dims, 0] if self.chance(0.5) else [self.dim(ndim) for _ in dims]
            dims = [d - ndim if self.chance(0.2) and d < ndim else d for d in dims]
            return f".permute({self.args(dims)})" if dims else ".permute(())"
        if kind == "transpose":
            return f".transpose({self.dim(ndim)}, {self.dim(ndim)})"
        if kind == "t":
            return ".t()"
        if kind in ("T", "mT"):
            return f".{kind}"
        if kind == "movedim":
            if ndim > 1 and self.chance(0.5):
                k = self.random.randint(1, ndim)
                one, other = self.random.sample(range(ndim), k), self.random.sample(range(ndim), k)
                if self.chance(0.05):
                    one = [*one, 0]
                if self.chance(0.05):
                    other[0] = other[-1]
                return f".movedim({self.tuple(one)}, {self.tuple(other)})"
            return f".movedim({self.dim(ndim)}, {self.dim(ndim)})"
        if kind == "squeeze":
            ones = [d for d, size in enumerate(shape) if size == 1]
            return pick(
                (
                    ".squeeze()",
                    f".squeeze({pick(ones) if ones else self.dim(ndim)})",
                    f".squeeze({self.tuple(self.dim(ndim) for _ in range(pick((1, 2))))})",
                )
            )
        if kind == "unsqueeze":
            return f".unsqueeze({self.dim(ndim + 1)})"
        if kind == "expand":
            to = [pick((size, -1)) if size != 1 else self.random.randint(0, 4) for size in shape]
            to = [self.random.randint(0, 3) for _ in range(pick((0, 0, 1)))] + to
            if self.chance(0.08):
                to = pick((to[1:], [*to, 2], to if 0 in to else [-1, *to], [9 if size > 1 else size for size in to]))
            return f".expand({self.args(to)})" if to else ".expand(())"
        if kind in ("repeat", "tile"):
            counts = [pick((1, 1, 2, 3, 0)) for _ in shape]
            counts = counts[1:] if self.chance(0.2) else [2, *counts] if self.chance(0.2) else counts
            if self.chance(0.02) and counts:
                counts[0] = -1
            return f".{kind}({self.args(counts)})" if counts else f".{kind}(())"
        if kind == "flip":
            dims = self.random.sample(range(ndim), self.random.randint(1, ndim)) if ndim else [0]
            if self.chance(0.06):
                dims = [*dims, self.dim(ndim)]
            return f".flip({self.args(dims)})"
        if kind == "roll":
            if self.chance(0.3):
                return f".roll({self.random.randint(-4, 4)})"
            if ndim > 1 and self.chance(0.4):
                dims = self.random.sample(range(ndim), 2)
                shifts = [self.random.randint(-3, 3) for _ in range(2 if self.chance(0.95) else 1)]
                return f".roll({self.tuple(shifts)}, {self.tuple(dims)})"
            return f".roll({self.random.randint(-4, 4)}, {self.dim(ndim)})"
        if kind == "narrow":
            d = self.dim(ndim)
            size = shape[d] if -ndim <= d < ndim else 2
            start = self.random.randint(0, size) if self.chance(0.9) else self.random.randint(-size - 1, size + 1)
            length = self.random.randint(0, max(size - start, 0)) if self.chance(0.93) else pick((-1, size + 1))
            return f".narrow({d}, {start}, {length})"
        if kind == "select":
            d = self.dim(ndim)
            return f".select({d}, {self.position(shape[d] if -ndim <= d < ndim else 2)})"
        if kind in ("unbind", "chunk", "split"):
            call, count = self.pieces(torch.empty(shape), kind)
            return f"{call}[{self.random.randint(0, max(count - 1, 0)) if self.chance(0.95) else count}]"
        if kind == "diagonal":
            offset = self.random.randint(-2, 2)
            return pick(
                (".diagonal()", f".diagonal({offset})", f".diagonal({offset}, {self.dim(ndim)}, {self.dim(ndim)})")
            )
        if kind == "unfold":
            d = self.dim(ndim)
            size = shape[d] if -ndim <= d < ndim else 2
            length = self.random.randint(0, size) if self.chance(0.93) else pick((-1, size + 1))
            return f".unfold({d}, {length}, {pick((1, 1, 2, 3)) if self.chance(0.97) else 0})"
        if kind in ("contiguous", "clone"):
            return f".{kind}()"
        if kind in ("sum", "mean", "amax"):
            start = ".float()" if kind == "mean" and dtype != torch.float32 and self.chance(0.8) else ""
            extra = pick(("", "", ", keepdim=True", ", True"))
            dims = pick(("", f"{self.dim(ndim)}{extra}", f"dim={self.dim(ndim)}{extra if '=' in extra else ''}"))
            if ndim > 1 and self.chance(0.3):
                dims = f"{self.tuple(self.random.sample(range(ndim), pick((1, 2))))}{extra}"
            if self.chance(0.03):
                dims = pick(("(0, 0)", "()"))
            if kind == "sum" and self.chance(0.1):
                dims = f"{dims}{', ' if dims else ''}dtype={pick(DTYPES)}"
            return f"{start}.{kind}({dims})"
        if kind == "max":
            return pick(
                (
                    ".max()",
                    f".max({self.dim(ndim)}).values",
                    f".max({self.dim(ndim)}, keepdim=True)[{pick((0, 1))}]",
                    f".max({self.dim(ndim)})[1]",
                    f".max(dim={self.dim(ndim)}).indices",
                )
            )
        if kind == "matmul":
            return f".matmul({self.factor(shape)})"
        if kind == "cumsum":
            return f".cumsum({self.dim(ndim)})"
        if kind == "to":
            return pick((".float()", ".long()", ".bool()", f".to({pick(DTYPES)})"))
        if kind == "index":
            return self.basic(shape)
        if kind == "advanced":
            return self.advanced(shape)
        if kind == "function":
            return pick((".flatten()", ".squeeze()", ".unsqueeze(0)", ".contiguous()", ".clone()"))
        return ".clone().contiguous()"

    def pieces(self, tensor, kind=None):
        kind = kind or self.random.choice(("unbind", "chunk", "split"))
        ndim = tensor.ndim
        d = self.dim(ndim)
        size = tensor.shape[d] if -ndim <= d < ndim else 2
        if kind == "unbind":
            return f".unbind({d})", size
        k = self.random.randint(1, 4) if self.chance(0.95) else 0
        if kind == "split" and not ndim:
            kind = "chunk"
        if kind == "chunk":
            step = -(-size // k) if k else 1
            return f".chunk({k}, {d})", (-(-size // step) if step else k) if size else (k if k else 1)
        return f".split({k}, {d})", max(-(-size // k), 1) if k else 1

    def position(self, size):
        if self.chance(0.05) or not size:
            return self.random.choice((size, -size - 1, size + 2))
        return self.random.randint(-size, size - 1)

    def slice(self, size):
        def bound():
            return "" if self.chance(0.35) else str(self.random.randint(-size - 1, size + 1))

        text = f"{bound()}:{bound()}"
        if self.chance(0.3):
            text += f":{self.random.choice((1, 2, 2, 3)) if self.chance(0.96) else self.random.choice((0, -1))}"
        return text

    def basic(self, shape):
        parts = []
        count = self.random.randint(0, len(shape)) if self.chance(0.97) else len(shape) + 1
        for d in range(count):
            size = shape[d] if d < len(shape) else 2
            parts.append(self.random.choice((self.slice(size), self.slice(size), str(self.position(size)))))
        for extra in ("None", "..."):
            if self.chance(0.15):
                parts.insert(self.random.randint(0, len(parts)), extra)
        if not parts:
            parts = [self.random.choice(("...", "None", "True", "False" if self.chance(0.3) else "..."))]
        return f"[{', '.join(parts)}{',' if self.chance(0.05) else ''}]"

    def listed(self, size, count=None):
        count = self.random.randint(0 if self.chance(0.1) else 1, 4) if count is None else count
        return str([self.position(size) for _ in range(count)])

    def advanced(self, shape):
        ndim = len(shape)
        if not ndim:
            return self.random.choice(
                ("[...]", "[None]", "[True]", "[[0]]", "[[True]]", "[torch.tensor(0)]", "[torch.tensor(True)]")
            )
        kind = self.random.random()
        if kind < 0.2:
            k = self.random.randint(1, ndim)
            some = shape[:k] if self.chance(0.95) else [n + 1 for n in shape[:k]]
            if product(some) > 40:
                some = shape[:1]
            mask = self.mask(some)
            return f"[{mask}{', ' + self.slice(2) if k < ndim and self.chance(0.3) else ''}]"
        count = self.random.randint(1, ndim)
        length = self.random.randint(1, 3)
        parts = []
        for d in range(count):
            size = shape[d]
            roll = self.random.random()
            if roll < 0.4:
                parts.append(self.listed(size, length if self.chance(0.9) else self.random.choice((1, 2))))
            elif roll < 0.45:
                parts.append(
                    str([[self.position(size) for _ in range(length)] for _ in range(self.random.choice((1, 2)))])
                )
            elif roll < 0.5:
                rows = [[self.position(size) for _ in range(length)] for _ in range(self.random.choice((1, 2)))]
                parts.append(f"torch.tensor({rows})")
            elif roll < 0.57:
                parts.append(f"torch.tensor({self.position(size) if self.chance(0.9) else self.truth()})")
            elif roll < 0.65:
                parts.append(self.mask([size]))
            elif roll < 0.8:
                parts.append(str(self.position(size)))
            else:
                parts.append(self.slice(size))
        if self.chance(0.15):
            parts.insert(self.random.randint(0, len(parts)), "None")
        if self.chance(0.1):
            parts.insert(self.random.randint(0, len(parts)), "...")
        alone = len(parts) == 1 and parts[0].startswith("[[")
        return f"[{', '.join(parts)}{',' if alone else ''}]"

    def mask(self, shape):
        def made(left):
            return str(self.truth()) if not left else f"[{', '.join(made(left[1:]) for _ in range(left[0]))}]"

        return f"torch.tensor({made(shape)}, dtype=torch.bool)"

    def partner(self, shape):
        """Another operand: a number, or a tensor whose shape broadcasts, mostly."""
        alike = [name for name, one in self.tensors().items() if broadcasts(shape, one.shape)]
        roll = self.random.random()
        if alike and roll < 0.5:
            return self.random.choice(alike)
        if roll < 0.75:
            return str(self.number())
        other = [size if self.chance(0.6) else 1 for size in shape][self.random.randint(0, len(shape)) :]
        if self.chance(0.05):
            other = [*other[:-1], (other[-1] if other else 1) + 2]
        return self.random.choice(
            (
                f"torch.arange({product(other)}).reshape({self.tuple(other)})",
                f"torch.ones({self.tuple(other)})",
                f"torch.full({self.tuple(other)}, {self.number()})",
            )
        )

    def factor(self, shape):
        """What a matrix or a vector can be multiplied by, mostly."""
        inner = shape[-1] if shape and self.chance(0.95) else 2
        other = [inner, self.random.choice(SIZES)] if self.chance(0.6) else [inner]
        start = self.random.choice(("torch.arange", "torch.arange", "1.0 * torch.arange"))
        alike = [name for name, one in self.tensors().items() if one.ndim in (1, 2) and one.shape[0] == inner]
        if alike and self.chance(0.5):
            return self.random.choice(alike)
        return f"({start}({product(other)}).reshape({self.tuple(other)}))"

    def arithmetic(self, name, tensor):
        if self.chance(0.08) and tensor.ndim < 3:
            return f"{name} @ {self.factor(list(tensor.shape)) if self.chance(0.95) else self.number()}"
        sign = self.random.choice(
            ("+", "+", "-", "*", "*", "/", "//", "%", "**", "**", "==", "!=", "<", "<=", ">", ">=", "&", "|")
        )
        one, other = name, self.partner(list(tensor.shape))
        if self.chance(0.08):
            return f"{self.random.choice('-~')}{name}"
        if self.chance(0.25):
            one, other = other, one
        return f"{one} {sign} {other}"

    def join(self, name, known):
        tensor = known[name]
        some = [one for one, other in known.items() if other.ndim == tensor.ndim] if self.chance(0.9) else list(known)
        names = [name, *(self.random.choice(some) for _ in range(self.random.randint(0, 2)))]
        if self.chance(0.7):
            names = [one for one in names if known[one].shape == tensor.shape]
        if self.chance(0.6):
            return f"torch.cat([{', '.join(names)}], {self.dim(tensor.ndim)})"
        return f"torch.stack([{', '.join(names)}], {self.dim(tensor.ndim + 1)})"

    def ask(self, name):
        if self.chance(0.1):
            sign = self.random.choice(("+", "-", "*", "/", "//", "%", "**"))
            number = self.random.choice((2, 3) if sign == "**" else (2, 3, 2.5))
            return f"{name}.shape[{self.random.choice((0, 0, -1, 1))}] {sign} {number}"
        if self.chance(0.1):
            return f"{name}.size({self.dim(2)})"
        asked = "shape stride() storage_offset() is_contiguous() numel() size() dim() ndim dtype item()"
        return f"{name}.{self.random.choice(asked.split())}"

    def write(self, name, tensor):
        shape = list(tensor.shape)
        roll = self.random.random()
        if roll < 0.2:
            method = self.random.choice(("add_", "sub_", "mul_", "div_"))
            return f"{name}.{method}({self.partner(shape)})"
        if roll < 0.3:
            return f"{name}.{self.random.choice(('zero_()', f'fill_({self.number()})'))}"
        if roll < 0.4:
            return f"{name} {self.random.choice(('+', '-', '*', '//', '**'))}= {self.partner(shape)}"
        index = self.basic(shape) if self.chance(0.6) else self.advanced(shape)
        if roll < 0.5:
            return f"{name}{index} {self.random.choice(('+', '-', '*', '//', '**'))}= {self.number()}"
        try:
            inner = list(eval(f"t{index}", {"t": tensor, "torch": torch}).shape)
        except Exception:
            inner = []
        return f"{name}{index} = {self.partner(inner) if self.chance(0.5) else self.number()}"


def copied(tensors):
    """The tensors with memory of their own, but laid out as they are."""
    made = {}
    for name, one in tensors.items():
        storage = torch.empty(0, dtype=one.dtype).set_(one.untyped_storage().clone())
        made[name] = storage.as_strided(one.shape, one.stride(), one.storage_offset())
    return made


def product(shape):
    n = 1
    for size in shape:
        n *= size
    return n


def broadcasts(one, other):
    return all(a == b or 1 in (a, b) for a, b in zip(reversed(one), reversed(other), strict=False))


def made(seed):
    """Return a program and what torch made of it."""
    maker = Maker(seed)
    return maker.program(), maker.torch
