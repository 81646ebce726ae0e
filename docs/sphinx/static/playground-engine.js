/* A small torch without numbers to speak of: shape, stride, offset and storage by torch's own rules, in plain JavaScript.
   It knows no page: `torchrefPlayground.run(text)` returns the steps of a program. tests/playground holds it against torch.

   What a program's values are here: an int is a BigInt, a float a number, None null, a list an Array. */
globalThis.torchrefPlayground = (() => {
  "use strict";

  const LIMIT = 65536;
  const MAX_STEPS = 300;
  const ELLIPSIS = { ellipsis: true };

  class Tuple {
    constructor(items, size = false) { this.items = items; this.size = size; }
  }
  class Named extends Tuple {
    constructor(fields) { super(Object.values(fields)); this.fields = fields; }
  }
  class Slice {
    constructor(start, stop, step) { Object.assign(this, { start, stop, step }); }
  }
  class DType {
    constructor(name, title, bytes, Data, rank) { Object.assign(this, { name, title, bytes, Data, rank }); }
  }
  const BOOL = new DType("bool", "Bool", 1, Uint8Array, 0);
  const INT = new DType("int64", "Long", 8, BigInt64Array, 1);
  const FLOAT = new DType("float32", "Float", 4, Float32Array, 2);
  const DTYPES = { bool: BOOL, int64: INT, long: INT, float32: FLOAT, float: FLOAT };

  /* What torch raises. `own` says what only this page does not do: a key, a word of the program, and where it stands. */
  class Raised extends Error {
    constructor(type, message) { super(message); this.type = type; }
  }
  class Own extends Error {
    constructor(own, detail = "", at = null) { super(`${own}: ${detail}`); Object.assign(this, { own, detail, at }); }
  }
  const runtime = (message) => new Raised("RuntimeError", message);
  const indexError = (message) => new Raised("IndexError", message);
  const text = (shape) => `[${shape.join(", ")}]`;

  /* ---- Memory ---- */

  class Storage {
    constructor(dtype, size) {
      if (size > LIMIT) throw new Own("too_big", String(size));
      Object.assign(this, { dtype, size, data: new dtype.Data(size), version: 0, name: null, copies: {} });
    }
    get bytes() { return this.size * this.dtype.bytes; }
    snapshot() { return (this.copies[this.version] ??= this.data.slice()); }
  }
  class Tensor {
    constructor(storage, shape, stride, offset) { Object.assign(this, { storage, shape, stride, offset }); }
    get dtype() { return this.storage.dtype; }
    get ndim() { return this.shape.length; }
    get numel() { return product(this.shape); }
  }

  const product = (sizes) => sizes.reduce((one, other) => one * other, 1);
  const range = (n) => Array.from({ length: n }, (_, i) => i);

  function contiguousStride(shape) {
    const stride = Array(shape.length);
    let next = 1;
    for (let d = shape.length - 1; d >= 0; d--) {
      stride[d] = next;
      next *= Math.max(shape[d], 1);
    }
    return stride;
  }
  function isContiguous({ shape, stride }) {
    let next = 1;
    if (product(shape) === 0) return true;
    for (let d = shape.length - 1; d >= 0; d--)
      if (shape[d] !== 1) {
        if (stride[d] !== next) return false;
        next *= shape[d];
      }
    return true;
  }
  function isChannelsLast({ shape, stride }) {
    if (shape.length !== 4 || product(shape) === 0) return false;
    let next = 1;
    for (const d of [1, 3, 2, 0])
      if (shape[d] !== 1) {
        if (stride[d] !== next) return false;
        next *= shape[d];
      }
    return true;
  }
  function isDense(tensor) {
    if (isContiguous(tensor)) return true;
    const { shape, stride } = tensor;
    let next = 1;
    for (const d of range(shape.length).filter((d) => shape[d] > 1).sort((a, b) => stride[a] - stride[b])) {
      if (stride[d] !== next) return false;
      next *= shape[d];
    }
    return true;
  }

  function* positions(shape) {
    const at = shape.map(() => 0);
    for (let left = product(shape); left > 0; left--) {
      yield at;
      for (let d = shape.length - 1; d >= 0; d--) {
        if (++at[d] < shape[d]) break;
        at[d] = 0;
      }
    }
  }
  /* The places of a tensor's elements in its storage, in row-major order. */
  function places({ shape, stride, offset }) {
    const found = new Array(product(shape));
    let n = 0;
    for (const at of positions(shape)) {
      let place = offset;
      for (let d = 0; d < at.length; d++) place += at[d] * stride[d];
      found[n++] = place;
    }
    return found;
  }
  const values = (tensor, data = tensor.storage.data) => places(tensor).map((place) => data[place]);

  function empty(shape, dtype, stride = contiguousStride(shape)) {
    const size = product(shape) === 0 ? 0 : 1 + shape.reduce((sum, n, d) => sum + (n - 1) * stride[d], 0);
    return new Tensor(new Storage(dtype, size), [...shape], stride, 0);
  }
  function filled(shape, dtype, list, stride) {
    const made = empty(shape, dtype, stride);
    places(made).forEach((place, n) => { made.storage.data[place] = list[n]; });
    return made;
  }

  const LOW = -(2n ** 63n);
  function toInt(x) {
    x = Math.trunc(x);
    return x >= -(2 ** 63) && x < 2 ** 63 ? BigInt(x) : LOW;
  }
  function cast(value, from, to) {
    if (from === to) return value;
    if (to === BOOL) return value != 0 ? 1 : 0;
    if (to === FLOAT) return Math.fround(Number(value));
    return from === FLOAT ? toInt(value) : BigInt(value);
  }
  const kindOf = (value) => (typeof value === "bigint" ? INT : typeof value === "boolean" ? BOOL : FLOAT);
  function scalar(value, dtype) {
    if (typeof value === "number" && dtype === INT && !(Math.abs(value) < 2 ** 63))
      throw runtime("value cannot be converted to type int64_t without overflow");
    return typeof value === "boolean" ? cast(Number(value), BOOL, dtype) : cast(value, typeof value === "bigint" ? INT : FLOAT, dtype);
  }

  /* ---- The layout of results: torch's TensorIterator keeps the order of the strides of its inputs ---- */

  function strideOrder(ndim, swapped) {
    const order = range(ndim).reverse();
    for (let i = 1; i < ndim; i++) {
      let one = i;
      for (let zero = i - 1; zero >= 0; zero--) {
        const compared = swapped(order[zero], order[one]);
        if (compared > 0) {
          [order[zero], order[one]] = [order[one], order[zero]];
          one = zero;
        } else if (compared < 0) break;
      }
    }
    return order;
  }
  function strideOf(order, shape, least) {
    const stride = Array(shape.length);
    let next = 1;
    for (const d of order) {
      stride[d] = next;
      next *= Math.max(shape[d], least);
    }
    return stride;
  }
  function broadcastStride({ shape, stride }, to) {
    const ahead = to.length - shape.length;
    return to.map((n, d) => (d < ahead || (shape[d - ahead] === 1 && n !== 1) ? 0 : stride[d - ahead]));
  }
  const same = (one, other) => one.length === other.length && one.every((n, i) => n === other[i]);

  function iteratedStride(shape, inputs) {
    if (inputs.every((input) => same(input.shape, shape))) {
      if (inputs.every(isContiguous)) return contiguousStride(shape);
      if (inputs.every(isChannelsLast)) return strideOf([1, 3, 2, 0], shape, 1);
      if (inputs.every(isDense) && inputs.every((input) => same(input.stride, inputs[0].stride)))
        return [...inputs[0].stride];
    }
    const strides = inputs.map((input) => broadcastStride(input, shape));
    const order = strideOrder(shape.length, (zero, one) => {
      for (const stride of strides) {
        if (stride[zero] === 0 || stride[one] === 0) continue;
        if (stride[zero] !== stride[one]) return stride[zero] < stride[one] ? -1 : 1;
        if (shape[zero] > shape[one]) return 1;
      }
      return 0;
    });
    if (order.every((d, i) => d === shape.length - 1 - i)) return contiguousStride(shape);
    return strideOf(order, shape, 0);
  }
  /* The strides that a copy gets which keeps the format: those of the tensor where it is dense, else in their order. */
  function preservedStride(tensor) {
    const { shape, stride } = tensor;
    if (isDense(tensor)) return [...stride];
    const order = strideOrder(shape.length, (zero, one) => {
      if (stride[zero] === 0 || stride[one] === 0) return 0;
      if (stride[zero] !== stride[one]) return stride[zero] < stride[one] ? -1 : 1;
      return shape[zero] > shape[one] ? 1 : 0;
    });
    return strideOf(order, shape, 1);
  }
  function copied(tensor, stride = preservedStride(tensor), dtype = tensor.dtype) {
    return filled(tensor.shape, dtype, values(tensor).map((value) => cast(value, tensor.dtype, dtype)), stride);
  }

  /* Of each element of a copy, in row-major order, the storage and the place it was copied from. */
  const cameFrom = (tensor, at = places(tensor)) => (n) => [tensor.storage, at[n]];
  function copiedFrom(run, tensor, at, shape, stride) {
    run.came = cameFrom(tensor, at);
    return filled(shape, tensor.dtype, at.map((place) => tensor.storage.data[place]), stride);
  }

  function broadcast(a, b) {
    const ndim = Math.max(a.length, b.length);
    const shape = Array(ndim);
    for (let d = ndim - 1; d >= 0; d--) {
      const one = a[d - ndim + a.length] ?? 1;
      const other = b[d - ndim + b.length] ?? 1;
      if (one !== other && one !== 1 && other !== 1)
        throw runtime(`The size of tensor a (${one}) must match the size of tensor b (${other}) at non-singleton dimension ${d}`);
      shape[d] = one === 1 ? other : one;
    }
    return shape;
  }
  const expanded = (tensor, shape) => new Tensor(tensor.storage, shape, broadcastStride(tensor, shape), tensor.offset);

  /* ---- Overlap: what torch finds out before it writes ---- */

  const SELF = "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.";
  const OTHER = "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.";
  function overlap(a, b) {
    if (a === b) return "full";
    if (a.numel === 0 || b.numel === 0) return "no";
    if (!isDense(a) || !isDense(b)) return "unknown";
    if (a.storage !== b.storage) return "no";
    const [ends, begins] = [a.offset + a.numel, b.offset + b.numel];
    if (a.offset === b.offset && ends === begins) return same(a.stride, b.stride) ? "full" : "partial";
    return a.offset < begins && b.offset < ends ? "partial" : "no";
  }
  function checkWrite(output, inputs) {
    if (!isDense(output) && output.shape.some((n, d) => n > 1 && output.stride[d] === 0)) throw runtime(SELF);
    for (const input of inputs) if (input !== output && overlap(output, input) === "partial") throw runtime(OTHER);
  }

  /* Write values to places. Notes when the order of the writes would decide the result: torch promises none. */
  function write(run, tensor, at, list, reads = []) {
    const { storage } = tensor;
    const written = new Map();
    let unclear = false;
    at.forEach((place, n) => {
      if (written.has(place) && !Object.is(written.get(place), list[n])) unclear = true;
      written.set(place, list[n]);
    });
    for (const read of reads)
      if (read.storage === storage) {
        const from = places(read);
        if (from.length !== at.length || from.some((place, n) => place !== at[n]))
          unclear ||= from.some((place) => written.has(place));
        else unclear ||= written.size < at.length;
      }
    storage.snapshot();
    storage.version++;
    written.forEach((value, place) => { storage.data[place] = value; });
    run.written = { storage, places: [...written.keys()], unclear };
  }

  /* ---- Shapes ---- */

  function wrapDim(dim, ndim) {
    const n = Math.max(ndim, 1);
    if (dim < -n || dim >= n)
      throw indexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${dim})`);
    return dim < 0 ? dim + n : dim;
  }
  function wrapDimStrict(dim, ndim) {
    if (ndim === 0) throw indexError(`Dimension specified as ${dim} but tensor has no dimensions`);
    return wrapDim(dim, ndim);
  }
  function wrapDims(dims, ndim) {
    const found = [];
    for (const dim of dims) {
      const d = wrapDim(dim, ndim);
      if (found.includes(d)) throw runtime(`dim ${d} appears multiple times in the list of dims`);
      found.push(d);
    }
    return found;
  }
  function inferSize(shape, numel) {
    let known = 1;
    let open = -1;
    shape.forEach((n, d) => {
      if (n === -1) {
        if (open >= 0) throw runtime("only one dimension can be inferred");
        open = d;
      } else if (n < 0) throw runtime(`invalid shape dimension ${n} at index ${d} of shape ${text(shape)}`);
      else known *= n;
    });
    if (!(numel === known || (open >= 0 && known > 0 && numel % known === 0)))
      if (!(open >= 0 && known === 0 && numel === 0)) throw runtime(`shape '${text(shape)}' is invalid for input of size ${numel}`);
    if (open < 0) return [...shape];
    if (known === 0)
      throw runtime(`cannot reshape tensor of 0 elements into shape ${text(shape)} because the unspecified dimension size -1 can be any value and is ambiguous`);
    return shape.map((n) => (n === -1 ? numel / known : n));
  }
  /* The strides of the same memory in another shape; where there are none, which dimensions cannot be merged. */
  function viewStride(tensor, shape) {
    const { shape: old, stride } = tensor;
    if (!old.length) return { stride: shape.map(() => 1) };
    if (product(old) === 0) return { stride: same(old, shape) ? [...stride] : contiguousStride(shape) };
    const found = Array(shape.length);
    let view = shape.length - 1;
    let base = stride[old.length - 1];
    let [ours, theirs] = [1, 1];
    for (let d = old.length - 1; d >= 0; d--) {
      ours *= old[d];
      if (d === 0 || (old[d - 1] !== 1 && stride[d - 1] !== ours * base)) {
        while (view >= 0 && (theirs < ours || shape[view] === 1)) {
          found[view] = theirs * base;
          theirs *= shape[view--];
        }
        if (theirs !== ours) return { why: { key: "merge", one: d - 1, other: d, stride: stride[d - 1], need: ours * base } };
        if (d > 0) {
          base = stride[d - 1];
          ours = theirs = 1;
        }
      }
    }
    return { stride: found };
  }
  const alias = (tensor, shape = [...tensor.shape], stride = [...tensor.stride], offset = tensor.offset) =>
    new Tensor(tensor.storage, shape, stride, offset);

  function view(tensor, sizes) {
    const shape = inferSize(sizes, tensor.numel);
    const { stride } = viewStride(tensor, shape);
    if (!stride)
      throw runtime("view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.");
    return alias(tensor, shape, stride);
  }
  function reshape(run, tensor, sizes) {
    const shape = inferSize(sizes, tensor.numel);
    const { stride, why } = viewStride(tensor, shape);
    run.why = stride ? { key: "fits" } : why;
    if (stride) return alias(tensor, shape, stride);
    run.came = cameFrom(tensor);
    return alias(copied(tensor, contiguousStride(tensor.shape)), shape, contiguousStride(shape));
  }
  function permuted(tensor, dims) {
    return alias(tensor, dims.map((d) => tensor.shape[d]), dims.map((d) => tensor.stride[d]));
  }
  function swapped(tensor, one, other) {
    const dims = range(tensor.ndim);
    if (dims.length) [dims[one], dims[other]] = [dims[other], dims[one]];
    return permuted(tensor, dims);
  }
  function without(tensor, gone, offset = tensor.offset) {
    const kept = range(tensor.ndim).filter((d) => !gone.includes(d));
    return alias(tensor, kept.map((d) => tensor.shape[d]), kept.map((d) => tensor.stride[d]), offset);
  }
  function unsqueezed(tensor, d) {
    const [shape, stride] = [[...tensor.shape], [...tensor.stride]];
    stride.splice(d, 0, d < shape.length ? shape[d] * stride[d] : 1);
    shape.splice(d, 0, 1);
    return alias(tensor, shape, stride);
  }
  function cut(tensor, d, start, length, step = 1) {
    const [shape, stride] = [[...tensor.shape], [...tensor.stride]];
    shape[d] = length;
    stride[d] *= step;
    return alias(tensor, shape, stride, tensor.offset + start * tensor.stride[d]);
  }
  function expand(tensor, sizes) {
    const { shape, ndim } = tensor;
    const kind = tensor.dtype === BOOL ? "CPUBoolType" : `torch.${tensor.dtype.title}Tensor`;
    if (sizes.length < ndim)
      throw runtime(`expand(${kind}{${text(shape)}}, size=${text(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${ndim})`);
    const ahead = sizes.length - ndim;
    if (!ndim && sizes.includes(0) && sizes.some((n) => n < 0)) throw new Own("arguments", "expand");
    if (!ndim && sizes.some((n) => n < 0)) throw runtime("numel: integer multiplication overflow");
    if (!ndim) return alias(tensor, [...sizes], sizes.map(() => 0));
    const made = [...sizes];
    const stride = Array(sizes.length);
    for (let d = sizes.length - 1; d >= 0; d--) {
      const size = d < ahead ? 1 : shape[d - ahead];
      let own = d < ahead ? (d + 1 < made.length ? made[d + 1] * stride[d + 1] : 1) : tensor.stride[d - ahead];
      if (made[d] === -1) {
        if (d < ahead) throw runtime(`The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${d}`);
        made[d] = size;
      }
      if (size !== made[d]) {
        if (size !== 1)
          throw runtime(`The expanded size of the tensor (${made[d]}) must match the existing size (${size}) at non-singleton dimension ${d}.  Target sizes: ${text(sizes)}.  Tensor sizes: ${text(shape)}`);
        own = 0;
      }
      stride[d] = own;
    }
    if (made.some((n) => n < 0)) throw runtime("numel: integer multiplication overflow");
    return alias(tensor, made, stride);
  }

  /* ---- Indexing ---- */

  function nestedShape(list) {
    const shape = [];
    for (let at = list; isSequence(at); at = items(at)[0]) {
      shape.push(items(at).length);
      if (!items(at).length) break;
    }
    return shape;
  }
  const isSequence = (value) => Array.isArray(value) || value instanceof Tuple;
  const items = (value) => (Array.isArray(value) ? value : value.items);

  function fromNested(list, dtype = null) {
    const shape = nestedShape(list);
    const flat = [];
    let kind = null;
    const kinds = (value) => {
      if (isSequence(value)) items(value).forEach(kinds);
      else {
        const own = value instanceof Tensor && !value.ndim ? value.dtype : ["bigint", "number", "boolean"].includes(typeof value) ? kindOf(value) : null;
        if (!own) {
          if (value === null) throw runtime("Could not infer dtype of NoneType");
          throw new Own("arguments", "tensor");
        }
        if (!kind || own.rank > kind.rank) kind = own;
      }
    };
    kinds(list);
    dtype ??= kind ?? FLOAT;
    const fill = (value, depth) => {
      if (depth === shape.length) {
        if (isSequence(value)) throw new Own("arguments", "tensor");
        flat.push(value instanceof Tensor ? cast(values(value)[0], value.dtype, dtype) : scalar(value, dtype));
        return;
      }
      if (!isSequence(value)) throw new Raised("TypeError", "not a sequence");
      if (items(value).length !== shape[depth])
        throw new Raised("ValueError", `expected sequence of length ${shape[depth]} at dim ${depth} (got ${items(value).length})`);
      items(value).forEach((one) => fill(one, depth + 1));
    };
    fill(list, 0);
    return filled(shape, dtype, flat);
  }

  function select(tensor, d, index) {
    return without(tensor, [d], tensor.offset + (index < 0 ? index + tensor.shape[d] : index) * tensor.stride[d]);
  }
  function number(value, what = "index") {
    if (typeof value === "bigint") return Number(value);
    if (value instanceof Tensor && !value.ndim && value.dtype === INT) return Number(values(value)[0]);
    throw new Own("arguments", what);
  }
  function sliced(tensor, d, slice) {
    const whole = (value) => (value === null ? null : number(value, "slice"));
    const step = whole(slice.step) ?? 1;
    if (step === 0) throw new Raised("ValueError", "slice step cannot be zero");
    if (step < 0) throw new Raised("ValueError", "step must be greater than zero");
    if (!tensor.ndim) throw indexError("slice() cannot be applied to a 0-dim tensor.");
    const n = tensor.shape[d];
    const [first, last] = [whole(slice.start) ?? 0, whole(slice.stop) ?? n];
    if (first === 0 && last >= n && step === 1) return tensor;
    const clamp = (value) => Math.min(Math.max(value < 0 ? value + n : value, 0), n);
    const start = clamp(first);
    const stop = Math.max(clamp(last), start);
    return cut(tensor, d, start, Math.ceil((stop - start) / step), step);
  }
  /* Stands for the further dimensions of a mask. */
  const TAKEN = { taken: true };

  /* torch takes a list of such things for a tuple, and warns that it will not for long. */
  const notOne = (part) => part === null || part === ELLIPSIS || part instanceof Slice || part instanceof Tensor || isSequence(part);

  /* Python's part of an index: what is a view is taken at once; tensors are left, one for each dimension or null. */
  function takeViews(tensor, index) {
    if (Array.isArray(index) && index.some(notOne)) throw new Own("nested_index");
    const parts = index instanceof Tuple ? index.items : [index];
    const consumed = parts.reduce((sum, part) => {
      if (part === null || part === ELLIPSIS || typeof part === "boolean") return sum;
      if (part instanceof Tensor && part.dtype === BOOL) return sum + part.ndim;
      if (Array.isArray(part)) {
        const shape = nestedShape(part);
        return sum + (leaf(part) === "boolean" ? shape.length : 1);
      }
      return sum + 1;
    }, 0);
    const counted = index instanceof Tuple || Array.isArray(index) || index instanceof Tensor;
    if (counted && consumed > tensor.ndim) throw indexError(`too many indices for tensor of dimension ${tensor.ndim}`);
    let at = tensor;
    let d = 0;
    const left = [];
    const put = (one) => {
      while (left.length < d) left.push(null);
      left.push(one);
      for (let more = one.dtype === BOOL ? one.ndim : 1; more > 1; more--) left.push(TAKEN);
      d = left.length;
    };
    for (const [n, given] of parts.entries()) {
      const part = given instanceof Tensor && given.dtype === BOOL && !given.ndim ? values(given)[0] === 1 : given;
      if (part === null) at = unsqueezed(at, d++);
      else if (part === ELLIPSIS) d += tensor.ndim - consumed;
      else if (typeof part === "boolean") {
        at = unsqueezed(at, d);
        put(part ? filled([1], INT, [0n]) : filled([0], INT, []));
      } else if (part instanceof Slice) {
        at = sliced(at, d++, part);
      } else if (typeof part === "bigint" || (part instanceof Tensor && !part.ndim && part.dtype === INT)) {
        const i = number(part);
        if (!at.ndim && i === 0)
          throw indexError("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number");
        const size = at.ndim ? at.shape[d] : 0;
        if (i >= size || i < -size) throw indexError(`index ${i} is out of bounds for dimension ${n} with size ${size}`);
        at = select(at, d, i);
      } else if (part instanceof Tensor) {
        if (part.dtype === FLOAT) throw indexError("tensors used as indices must be long, int, byte or bool tensors");
        put(part);
      } else if (isSequence(part)) {
        const made = fromNested(part);
        put(made.numel || made.dtype === BOOL ? (made.dtype === FLOAT ? copied(made, undefined, INT) : made) : filled(made.shape, INT, []));
      } else if (typeof part === "number")
        throw indexError("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)");
      else throw new Own("arguments", "index");
    }
    return { at, left };
  }
  function leaf(list) {
    let at = list;
    while (isSequence(at)) at = items(at)[0];
    return typeof at;
  }
  /* torch's part: masks become positions, all broadcast, and their dimensions go where the first one stood. */
  function advanced(tensor, left) {
    let indices = [];
    for (const one of left) {
      if (one === TAKEN) continue;
      if (one && one.dtype === BOOL) {
        one.shape.forEach((n, j) => {
          const d = indices.length + j;
          if (n !== tensor.shape[d])
            throw indexError(`The shape of the mask ${text(one.shape)} at index ${j} does not match the shape of the indexed tensor ${text(tensor.shape)} at index ${d}`);
        });
        const found = [];
        for (const at of positions(one.shape)) found.push([...at]);
        const flags = values(one);
        const hits = found.filter((_, n) => flags[n]);
        for (let j = 0; j < one.ndim; j++) indices.push(filled([hits.length], INT, hits.map((at) => BigInt(at[j]))));
      } else indices.push(one);
    }
    if (indices.length > tensor.ndim)
      throw indexError(`too many indices for tensor of dimension ${tensor.ndim} (got ${indices.length})`);
    const given = indices.filter(Boolean);
    let shape;
    try {
      shape = given.map((one) => one.shape).reduce(broadcast);
    } catch {
      throw indexError(`shape mismatch: indexing tensors could not be broadcast together with shapes ${given.map((one) => text(one.shape)).join(", ")}`);
    }
    indices = indices.map((one) => one && expanded(one, shape));
    while (indices.length < tensor.ndim) indices.push(null);
    let at = tensor;
    const here = range(at.ndim).filter((d) => indices[d]);
    if (here[here.length - 1] - here[0] + 1 !== here.length) {
      const order = [...here, ...range(at.ndim).filter((d) => !indices[d])];
      at = permuted(at, order);
      indices = order.map((d) => indices[d]);
    }
    const before = indices.findIndex(Boolean);
    const used = here.length;
    const after = at.ndim - before - used;
    const wanted = indices.slice(before, before + used);
    const sizes = at.shape.slice(before, before + used);
    if (sizes.includes(0) && !shape.includes(0)) throw indexError("index is out of bounds for dimension with size 0");
    const result = [...at.shape.slice(0, before), ...shape, ...at.shape.slice(before + used)];
    const source = { shape: result, stride: [...at.stride.slice(0, before), ...shape.map(() => 0), ...at.stride.slice(before + used)] };
    const ones = (n) => Array(n).fill(1);
    const operands = wanted.map((one) => {
      const to = [...ones(before), ...shape, ...ones(after)];
      const { stride } = viewStride(one, to);
      return { shape: to, stride: stride ?? contiguousStride(to) };
    });
    const lists = wanted.map((one) => values(one));
    const at_ = () => {
    const found = [];
    const inner = contiguousStride(shape);
    let n = 0;
    for (const position of positions(result)) {
      let place = at.offset;
      position.forEach((i, d) => { place += i * source.stride[d]; });
      let k = 0;
      shape.forEach((_, d) => { k += position[before + d] * inner[d]; });
      lists.forEach((list, j) => {
        let i = Number(list[k]);
        const size = sizes[j];
        if (i < -size || i >= size) throw indexError(`index ${i} is out of bounds for dimension ${j} with size ${size}`);
        if (i < 0) i += size;
        place += i * at.stride[before + j];
      });
      found[n++] = place;
    }
    return found;
    };
    return { shape: result, places: at_, stride: () => iteratedStride(result, [source, ...operands]) };
  }
  function getItem(run, tensor, index) {
    const { at, left } = takeViews(tensor, index);
    if (!left.length) {
      run.why = { key: "index" };
      return at === tensor ? alias(tensor) : at;
    }
    const found = advanced(at, left);
    run.why = { key: "picked" };
    return copiedFrom(run, at, found.places(), found.shape, found.stride());
  }
  function leadingOnes(tensor) {
    const first = tensor.shape.findIndex((n) => n !== 1);
    return first ? without(tensor, range(first < 0 ? tensor.ndim : first)) : tensor;
  }
  function asTensor(value, dtype) {
    if (value instanceof Tensor) return value;
    if (["bigint", "number", "boolean"].includes(typeof value)) return filled([], dtype, [scalar(value, dtype)]);
    throw new Own("arguments", "=");
  }
  function setItem(run, tensor, index, given) {
    const value = asTensor(given, tensor.dtype);
    if (index === false) return;
    const { at, left } = takeViews(tensor, index === true ? null : index);
    if (!left.length) {
      if (same(at.shape, value.shape)) copyInto(run, at, value);
      else if (!value.ndim) fillFrom(run, at, value);
      else copyInto(run, at, expand(leadingOnes(value), at.shape));
      return;
    }
    const given_ = leadingOnes(value);
    const masks = left.filter((one) => one instanceof Tensor);
    if (masks.length === 1 && masks[0].dtype === BOOL && given_.numel === 1) {
      const found = advanced(at, left);
      const mask = masks[0];
      const meets = overlap(at, mask);
      if (meets === "partial" || (meets === "full" && at !== mask)) throw runtime(OTHER);
      const one = cast(values(given_)[0], given_.dtype, at.dtype);
      const into = found.places();
      write(run, at, into, into.map(() => one));
      return;
    }
    for (const one of [given_, ...masks]) if (["partial", "full"].includes(overlap(at, one))) throw runtime(OTHER);
    const found = advanced(at, left);
    const from = given_.shape;
    const ahead = found.shape.length - from.length;
    if (ahead < 0 || from.some((n, d) => n !== 1 && n !== found.shape[d + ahead]))
      throw runtime(`shape mismatch: value tensor of shape ${text(from)} cannot be broadcast to indexing result of shape ${text(found.shape)}`);
    if (given_.dtype !== at.dtype)
      throw runtime(`Index put requires the source and destination dtypes match, got ${at.dtype.title} for the destination and ${given_.dtype.title} for the source.`);
    const source = expanded(given_, found.shape);
    write(run, at, found.places(), values(source), [source, ...masks]);
  }
  function copyInto(run, tensor, source) {
    const alike = tensor.storage === source.storage && tensor.offset === source.offset;
    if (alike && same(tensor.shape, source.shape) && same(tensor.stride, source.stride)) return;
    checkWrite(tensor, [source]);
    const list = values(source).map((value) => cast(value, source.dtype, tensor.dtype));
    write(run, tensor, places(tensor), list, [source]);
  }
  function fillFrom(run, tensor, value) {
    checkWrite(tensor, []);
    fill(run, tensor, value);
  }
  function fill(run, tensor, value) {
    const one = value instanceof Tensor ? cast(values(value)[0], value.dtype, tensor.dtype) : scalar(value, tensor.dtype);
    const at = places(tensor);
    write(run, tensor, at, at.map(() => one));
  }

  /* ---- Arithmetic ---- */

  const floor = (a, b) => {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
  };
  const floorInt = (a, b) => {
    if (b === 0n) throw runtime("ZeroDivisionError");
    const rest = a % b;
    return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
  };
  const floorDivided = (a, b) => {
    if (b === 0) return a / b;
    const rest = a % b;
    let whole = Math.fround(Math.fround(a - rest) / b);
    if (rest !== 0 && b < 0 !== rest < 0) whole = Math.fround(whole - 1);
    if (whole === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
    const down = Math.floor(whole);
    return whole - down > 0.5 ? down + 1 : down;
  };
  function floorDividedInt(a, b) {
    if (b === 0n) throw runtime("ZeroDivisionError");
    return a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
  }
  /* As C has it: 1 to any power is 1, also where JavaScript says NaN. */
  const power = (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b);
  function powerInt(a, b) {
    if (b < 0n) return a === 1n ? 1n : a === -1n ? (b % 2n ? -1n : 1n) : 0n;
    let made = 1n;
    for (let left = b; left > 0n; left >>= 1n) {
      if (left & 1n) made = BigInt.asIntN(64, made * a);
      a = BigInt.asIntN(64, a * a);
    }
    return made;
  }
  /* Powers to which torch raises in a way of their own, if the exponent is a number. */
  const POWERS = {
    0: () => 1, 1: (a) => a, 2: (a) => a * a, 3: (a) => Math.fround(a * a) * a, 0.5: Math.sqrt,
    "-0.5": (a) => 1 / Math.fround(Math.sqrt(a)), "-1": (a) => 1 / a, "-2": (a) => 1 / Math.fround(a * a),
  };
  const COMPUTED = {
    "+": { float: (a, b) => a + b, int: (a, b) => a + b, bool: (a, b) => a | b },
    "-": { float: (a, b) => a - b, int: (a, b) => a - b },
    "*": { float: (a, b) => a * b, int: (a, b) => a * b, bool: (a, b) => a & b },
    "/": { float: (a, b) => a / b },
    "//": { float: floorDivided, int: floorDividedInt },
    "%": { float: floor, int: floorInt },
    "**": { float: power, int: powerInt },
    "&": { int: (a, b) => a & b, bool: (a, b) => a & b },
    "|": { int: (a, b) => a | b, bool: (a, b) => a | b },
  };
  const COMPARED = {
    "==": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    "<": (a, b) => a < b,
    "<=": (a, b) => a <= b,
    ">": (a, b) => a > b,
    ">=": (a, b) => a >= b,
  };
  const NAMED = { "//": "div_floor_cpu", "%": "remainder_cpu", "**": "pow", "&": "bitwise_and_cpu", "|": "bitwise_or_cpu" };
  const MINUS = {
    two: "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.",
    one: "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  };

  /* The dtype of a result: tensors with dimensions first, then those without, then numbers. */
  function resultType(operands) {
    const best = [null, null, null];
    for (const one of operands) {
      const rank = one instanceof Tensor ? (one.ndim ? 0 : 1) : 2;
      const dtype = one instanceof Tensor ? one.dtype : kindOf(one);
      if (!best[rank] || dtype.rank > best[rank].rank) best[rank] = dtype;
    }
    const kind = (dtype) => (dtype ? (dtype === FLOAT ? 2 : dtype === INT ? 1 : 0) : -1);
    let found = best[0];
    for (const next of best.slice(1)) if (kind(next) > kind(found)) found = next;
    return found;
  }
  function operand(value, dtype) {
    if (!(value instanceof Tensor)) return filled([], dtype, [scalarWrapped(value, dtype)]);
    return value.dtype === dtype ? value : copied(value, undefined, dtype);
  }
  const scalarWrapped = (value, dtype) =>
    typeof value === "bigint" ? cast(BigInt.asIntN(64, value), INT, dtype) : scalar(value, dtype);

  function binary(run, sign, a, b, into = null) {
    for (const one of [a, b])
      if (!(one instanceof Tensor) && !["bigint", "number", "boolean"].includes(typeof one)) throw new Own("arguments", sign);
    const compares = sign in COMPARED;
    const type = (one) => (one instanceof Tensor ? one.dtype : kindOf(one));
    if (sign === "-") {
      if (type(a) === BOOL && type(b) === BOOL) throw runtime(MINUS.two);
      if (type(a) === BOOL || type(b) === BOOL) throw runtime(MINUS.one);
    }
    let dtype = resultType([a, b]);
    if (sign === "/" && dtype !== FLOAT) dtype = FLOAT;
    if (sign === "**" && typeof b === "bigint" && b < 0n && dtype !== FLOAT) throw runtime("Integers to negative integer powers are not allowed.");
    if (into) checkWrite(into, [a, b].filter((one) => one instanceof Tensor));
    const shape = broadcast(a instanceof Tensor ? a.shape : [], b instanceof Tensor ? b.shape : []);
    if (into) {
      if (!same(into.shape, shape)) throw runtime(`output with shape ${text(into.shape)} doesn't match the broadcast shape ${text(shape)}`);
      if (into.dtype.rank < dtype.rank) throw runtime(`result type ${dtype.title} can't be cast to the desired output type ${into.dtype.title}`);
    }
    const [one, other] = [operand(a, dtype), operand(b, dtype)];
    const way = dtype === FLOAT ? "float" : dtype === INT ? "int" : "bool";
    const special = sign === "**" && way !== "int" && !(b instanceof Tensor) ? POWERS[Number(b)] : null;
    const compute = compares ? COMPARED[sign] : special ?? COMPUTED[sign][way];
    if (!compute) throw new Raised("NotImplementedError", `"${NAMED[sign]}" not implemented for '${dtype.title}'`);
    const [left, right] = [values(expanded(one, shape)), values(expanded(other, shape))];
    const list = left.map((value, n) => compute(value, right[n])).map(compares ? Number : (value) => value);
    run.why = { key: same(one.shape, other.shape) || !one.ndim || !other.ndim ? "computed" : "broadcast" };
    if (into) {
      const reads = [a, b].filter((read) => read instanceof Tensor).map((read) => expanded(read, shape));
      write(run, into, places(into), list.map((value) => cast(round(value, dtype), dtype, into.dtype)), reads);
      return into;
    }
    /* A number to a power is laid out in row-major order, a tensor to one as the tensor alone. */
    if (sign === "**" && !(a instanceof Tensor)) return filled(shape, dtype, list);
    const inputs = sign === "**" && !(b instanceof Tensor) ? [one] : [one, other];
    return filled(shape, compares ? BOOL : dtype, list, iteratedStride(shape, inputs));
  }
  const round = (value, dtype) => (dtype === FLOAT ? Math.fround(value) : dtype === INT ? BigInt.asIntN(64, value) : value);
  function unary(run, tensor, compute, dtype = tensor.dtype) {
    run.why = { key: "computed" };
    const from = dtype === tensor.dtype ? tensor : copied(tensor, undefined, dtype);
    return filled(tensor.shape, dtype, values(from).map(compute), iteratedStride(tensor.shape, [from]));
  }
  function negated(run, tensor) {
    if (tensor.dtype === BOOL)
      throw runtime("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
    return unary(run, tensor, (value) => -value);
  }
  function inverted(run, tensor) {
    if (tensor.dtype === FLOAT) throw new Raised("TypeError", "~ (operator.invert) is only implemented on integer and Boolean-type tensors");
    return unary(run, tensor, tensor.dtype === BOOL ? (value) => 1 - value : (value) => ~value);
  }

  /* ---- Products ---- */

  function matmul(run, a, b) {
    if (!a.ndim || !b.ndim) throw runtime(`both arguments to matmul need to be at least 1D, but they are ${a.ndim}D and ${b.ndim}D`);
    if (a.ndim > 2 || b.ndim > 2) throw new Own("arguments", "matmul");
    const [inner, rows, columns] = [b.shape[0], a.ndim === 2 ? a.shape[0] : 1, b.ndim === 2 ? b.shape[1] : 1];
    const fits = a.shape.at(-1) === inner;
    const dtypes = a.dtype === b.dtype;
    const by = (...shape) => shape.join("x");
    let [name, empty] = ["addmm_impl_cpu_", !(rows * columns * inner)];
    if (b.ndim === 2) {
      if (!fits) throw runtime(`mat1 and mat2 shapes cannot be multiplied (${by(rows, a.shape.at(-1))} and ${by(...b.shape)})`);
      const said = ({ dtype }) => ({ int64: "long int", float32: "float" })[dtype.name] ?? dtype.name;
      if (!dtypes) throw runtime(`expected m1 and m2 to have the same dtype, but got: ${said(a)} != ${said(b)}`);
    } else if (a.ndim === 2) {
      name = "addmv_impl_cpu";
      if (!fits) throw runtime(`size mismatch, got input (${rows}), mat (${by(...a.shape)}), vec (${inner})`);
      if (!dtypes) throw runtime(`addmv input tensors must have the same dtype, but got ${b.dtype.title}, ${a.dtype.title}, and ${b.dtype.title}`);
    } else {
      [name, empty] = ["dot", false];
      if (!dtypes) throw runtime(`dot : expected both vectors to have same dtype, but found ${a.dtype.title} and ${b.dtype.title}`);
      if (!fits) throw runtime(`inconsistent tensor size, expected tensor [${a.shape[0]}] and src [${inner}] to have the same number of elements, but got ${a.shape[0]} and ${inner} elements respectively`);
    }
    if (a.dtype === BOOL && !empty) throw new Raised("NotImplementedError", `"${name}" not implemented for 'Bool'`);
    const [left, right] = [values(a), values(b)];
    const list = range(limited(rows * columns)).map((n) => {
      const [row, column] = [Math.floor(n / columns), n % columns];
      return total(a.dtype)(range(inner).map((k) => left[row * inner + k] * right[k * columns + column]));
    });
    run.why = { key: "computed" };
    return filled([...a.shape.slice(0, -1), ...b.shape.slice(1)], a.dtype, list);
  }

  /* ---- Reductions ---- */

  function reduced(run, tensor, dims, keepdim, dtype, compute) {
    const gone = dims.length ? wrapDims(dims, tensor.ndim) : range(tensor.ndim);
    const kept = tensor.shape.map((n, d) => (gone.includes(d) ? 1 : n));
    const made = Array.from({ length: product(kept) }, () => []);
    const stride = contiguousStride(kept).map((s, d) => (gone.includes(d) ? 0 : s));
    const list = values(tensor);
    let n = 0;
    for (const at of positions(tensor.shape)) made[at.reduce((sum, i, d) => sum + i * stride[d], 0)].push(list[n++]);
    run.why = { key: "reduced" };
    const shape = keepdim ? kept : tensor.shape.filter((_, d) => !gone.includes(d));
    return filled(shape, dtype, made.map(compute));
  }
  const total = (dtype) => (list) => {
    if (dtype === BOOL) return list.some(Boolean) ? 1 : 0;
    return dtype === INT ? list.reduce((a, b) => a + b, 0n) : list.reduce((a, b) => Math.fround(a + b), 0);
  };
  const largest = (list) => {
    const nan = list.findIndex((value) => Number.isNaN(value));
    return nan >= 0 ? nan : list.reduce((best, value, n) => (value > list[best] ? n : best), 0);
  };
  function checkNotEmpty(name, tensor, dims, said = (dim) => dim) {
    if (tensor.numel > 0) return;
    if (!dims.length)
      throw runtime(`${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`);
    for (const dim of dims) {
      const d = wrapDim(dim, tensor.ndim);
      if (tensor.shape[d] === 0) throw indexError(`${name}(): Expected reduction dim ${said(dim)} to have non-zero size.`);
    }
  }

  /* ---- What can be called ---- */

  function bind(call, names, defaults = {}) {
    const found = { ...defaults };
    if (call.args.length > names.length) throw new Own("arguments", call.name);
    call.args.forEach((value, n) => { found[names[n]] = value; });
    for (const [name, value] of Object.entries(call.named)) {
      if (!names.includes(name) || names.indexOf(name) < call.args.length) throw new Own("arguments", `${call.name}, ${name}=`);
      found[name] = value;
    }
    for (const name of names) if (!(name in found)) throw new Own("arguments", call.name);
    return found;
  }
  const int = (value, call) => {
    if (typeof value === "bigint") return Number(value);
    throw new Own("arguments", call.name);
  };
  const ints = (value, call) => {
    if (isSequence(value)) return items(value).map((one) => int(one, call));
    return [int(value, call)];
  };
  /* Sizes come as one tuple or one after the other. */
  function sizes(call, name) {
    if (name in call.named) {
      if (call.args.length) throw new Own("arguments", call.name);
      return ints(call.named[name], call);
    }
    if (Object.keys(call.named).length) throw new Own("arguments", call.name);
    if (call.args.length === 1 && isSequence(call.args[0])) return ints(call.args[0], call);
    if (!call.args.length) throw new Own("arguments", call.name);
    return call.args.map((one) => int(one, call));
  }
  function type(value, call) {
    if (value === null || value instanceof DType) return value;
    throw new Own("arguments", call.name);
  }
  const truth = (value, call) => {
    if (typeof value === "boolean") return value;
    throw new Own("arguments", call.name);
  };
  function dimsOf(value, call) { return value === null ? [] : ints(value, call); }

  function createSized(run, call, fillWith) {
    const { dtype = null, ...named } = call.named;
    const shape = sizes({ ...call, named }, "size");
    if (call.name === "zeros" && shape.some((n) => n < 0)) throw runtime("zeros: Dimension size must be non-negative.");
    checkSizes(shape);
    const kind = type(dtype, call) ?? FLOAT;
    return filled(shape, kind, Array(limited(product(shape))).fill(scalar(fillWith, kind)));
  }
  function checkSizes(shape) {
    const wrong = shape.find((n) => n < 0);
    if (wrong !== undefined) throw runtime(`Trying to create tensor with negative dimension ${wrong}: ${text(shape)}`);
  }
  function limited(n) {
    if (n > LIMIT) throw new Own("too_big", String(n));
    return n;
  }
  function like(run, call, fillWith) {
    const { input, dtype } = bind(call, ["input", "dtype"], { dtype: null });
    if (!(input instanceof Tensor)) throw new Own("arguments", call.name);
    const kind = type(dtype, call) ?? input.dtype;
    return filled(input.shape, kind, Array(input.numel).fill(scalar(fillWith, kind)), preservedStride(input));
  }
  function tensorList(value, call) {
    if (!isSequence(value) || !items(value).every((one) => one instanceof Tensor)) throw new Own("arguments", call.name);
    return items(value);
  }
  /* The order of dimensions, the innermost first, that torch reads from strides that look like channels last. */
  function channelsLastOrder({ shape, stride }) {
    const order = { 4: [1, 3, 2, 0], 5: [1, 4, 3, 2, 0] }[shape.length];
    if (!order || stride[1] === 0) return null;
    let least = 0;
    for (const d of order) {
      if (shape[d] === 0 || stride[d] < least || (d === 0 && least === stride[1])) return null;
      least = stride[d] * Math.max(shape[d], 1);
    }
    return order;
  }
  function joined(run, list, d, shape, inputs = list) {
    const dtype = resultType(list);
    const order = inputs.every(channelsLastOrder) ? channelsLastOrder(inputs[0]) : null;
    const made = empty(shape, dtype, order ? strideOf(order, shape, 1) : undefined);
    const origin = [];
    let start = 0;
    for (const one of list) {
      const from = places(one);
      places(cut(made, d, start, one.shape[d])).forEach((place, n) => {
        made.storage.data[place] = cast(one.storage.data[from[n]], one.dtype, dtype);
        origin[place] = [one.storage, from[n]];
      });
      start += one.shape[d];
    }
    const at = places(made);
    run.came = (n) => origin[at[n]];
    return made;
  }

  const FUNCTIONS = {
    arange(run, call) {
      const { dtype = null, ...named } = call.named;
      if (Object.keys(named).length || !call.args.length || call.args.length > 3) throw new Own("arguments", "arange");
      const given = call.args;
      if (!given.every((one) => ["bigint", "number"].includes(typeof one))) throw new Own("arguments", "arange");
      const kind = type(dtype, call) ?? (given.every((one) => typeof one === "bigint") ? INT : FLOAT);
      const [start, end, step] = (given.length === 1 ? [0n, given[0], 1n] : [given[0], given[1], given[2] ?? 1n]).map(Number);
      if (step === 0) throw runtime("step must be nonzero");
      if (kind === BOOL) throw new Own("arguments", "arange");
      const [from, to, by] = kind === INT ? [start, end, step].map(Math.trunc) : [start, end, step];
      if ((end - start) * step < 0) throw runtime("upper bound and lower bound inconsistent with step sign");
      if (by === 0) throw new Raised("ValueError", "step must be nonzero");
      if ((to - from) * by < 0) throw runtime("upper bound and lower bound inconsistent with step sign");
      const n = limited(Math.ceil((to - from) / by));
      return filled([n], kind, range(n).map((i) => (kind === INT ? BigInt(from + by * i) : from + by * i)));
    },
    zeros: (run, call) => createSized(run, call, 0n),
    ones: (run, call) => createSized(run, call, 1n),
    zeros_like: (run, call) => like(run, call, 0n),
    ones_like: (run, call) => like(run, call, 1n),
    full(run, call) {
      const { size, fill_value, dtype } = bind(call, ["size", "fill_value", "dtype"], { dtype: null });
      if (!isSequence(size) || !["bigint", "number", "boolean"].includes(typeof fill_value)) throw new Own("arguments", "full");
      const shape = ints(size, call);
      checkSizes(shape);
      const kind = type(dtype, call) ?? kindOf(fill_value);
      return filled(shape, kind, Array(limited(product(shape))).fill(scalar(fill_value, kind)));
    },
    tensor(run, call) {
      const { data, dtype } = bind(call, ["data", "dtype"], { dtype: null });
      if (data instanceof Tensor) throw new Own("arguments", "tensor");
      return fromNested(data, type(dtype, call));
    },
    eye(run, call) {
      const { dtype = null, ...named } = call.named;
      const { n, m } = bind({ ...call, named }, ["n", "m"], { m: null });
      const [rows, columns] = [int(n, call), m === null ? int(n, call) : int(m, call)];
      if (rows < 0) throw runtime(`n must be greater or equal to 0, got ${rows}`);
      if (columns < 0) throw runtime(`m must be greater or equal to 0, got ${columns}`);
      const kind = type(dtype, call) ?? FLOAT;
      limited(rows * columns);
      return filled([rows, columns], kind, range(rows * columns).map((i) => scalar(Math.floor(i / columns) === i % columns ? 1n : 0n, kind)));
    },
    cat(run, call) {
      const bound = bind(call, ["tensors", "dim"], { dim: 0n });
      const all = tensorList(bound.tensors, call);
      if (!all.length) throw new Raised("ValueError", "torch.cat(): expected a non-empty list of Tensors");
      const scalarAt = all.findIndex((one) => !one.ndim);
      if (scalarAt >= 0) throw runtime(`zero-dimensional tensor (at position ${scalarAt}) cannot be concatenated`);
      const skipped = (one) => one.ndim === 1 && one.shape[0] === 0;
      const list = all.filter((one) => !skipped(one));
      run.why = { key: "joined" };
      if (!list.length) return joined(run, all, 0, [0]);
      const d = wrapDim(int(bound.dim, call), list[0].ndim);
      const [first] = list;
      all.forEach((one, n) => {
        if (skipped(one)) return;
        if (one.ndim !== first.ndim) throw runtime(`Tensors must have same number of dimensions: got ${first.ndim} and ${one.ndim}`);
        one.shape.forEach((size, k) => {
          if (k !== d && size !== first.shape[k])
            throw runtime(`Sizes of tensors must match except in dimension ${d}. Expected size ${first.shape[k]} but got size ${size} for tensor number ${n} in the list.`);
        });
      });
      const shape = [...first.shape];
      shape[d] = list.reduce((sum, one) => sum + one.shape[d], 0);
      const made = joined(run, list, d, shape, all);
      const dtype = resultType(all);
      return made.dtype === dtype ? made : copied(made, undefined, dtype);
    },
    stack(run, call) {
      const bound = bind(call, ["tensors", "dim"], { dim: 0n });
      const list = tensorList(bound.tensors, call);
      if (!list.length) throw runtime("stack expects a non-empty TensorList");
      const d = wrapDim(int(bound.dim, call), list[0].ndim + 1);
      list.forEach((one, n) => {
        if (!same(one.shape, list[0].shape))
          throw runtime(`stack expects each tensor to be equal size, but got ${text(list[0].shape)} at entry 0 and ${text(one.shape)} at entry ${n}`);
      });
      run.why = { key: "joined" };
      const shape = [...list[0].shape];
      shape.splice(d, 0, list.length);
      if (d === list[0].ndim) return joined(run, list.map((one) => unsqueezed(one, d)), d, shape);
      return view(joined(run, list, d, list[0].shape.map((n, k) => (k === d ? n * list.length : n))), shape);
    },
  };

  const itself = (run, tensor, key) => {
    run.why = { key };
    return tensor;
  };
  const viewed = (run, tensor, key) => {
    run.why = { key };
    return tensor;
  };
  function converted(run, tensor, dtype) {
    if (tensor.dtype === dtype) return itself(run, tensor, "same_dtype");
    run.why = { key: "cast" };
    run.came = cameFrom(tensor);
    return copied(tensor, undefined, dtype);
  }
  function splitAt(run, tensor, d, lengths) {
    let start = 0;
    run.why = { key: "pieces" };
    return new Tuple(lengths.map((length) => {
      start += length;
      return cut(tensor, d, start - length, length);
    }));
  }
  function repeated(run, tensor, counts) {
    if (counts.length < tensor.ndim) throw runtime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
    let from = tensor;
    while (from.ndim < counts.length) from = unsqueezed(from, 0);
    const shape = from.shape.map((n, d) => n * counts[d]);
    checkSizes(shape);
    limited(product(shape));
    run.why = { key: "rearranged" };
    const found = [];
    for (const at of positions(shape)) found.push(at.reduce((sum, i, d) => sum + (i % from.shape[d]) * from.stride[d], from.offset));
    return copiedFrom(run, tensor, found, shape);
  }
  const inPlace = (sign) => (run, x, call) => {
    const { other } = bind(call, ["other"]);
    return binary(run, sign, x, other, x);
  };

  const METHODS = {
    reshape: (run, x, call) => reshape(run, x, sizes(call, "shape")),
    view(run, x, call) {
      if (call.args[0] instanceof DType) throw new Own("arguments", "view");
      return viewed(run, view(x, sizes(call, "size")), "fits");
    },
    flatten(run, x, call) {
      const bound = bind(call, ["start_dim", "end_dim"], { start_dim: 0n, end_dim: -1n });
      const [start, end] = [wrapDim(int(bound.start_dim, call), x.ndim), wrapDim(int(bound.end_dim, call), x.ndim)];
      if (start > end) throw runtime("flatten() has invalid args: start_dim cannot come after end_dim");
      if (!x.ndim) return reshape(run, x, [1]);
      if (start === end) return itself(run, x, "one_dim");
      return reshape(run, x, [...x.shape.slice(0, start), product(x.shape.slice(start, end + 1)), ...x.shape.slice(end + 1)]);
    },
    unflatten(run, x, call) {
      const bound = bind(call, ["dim", "sizes"]);
      const d = wrapDim(int(bound.dim, call), x.ndim);
      const given = ints(bound.sizes, call);
      if (!given.length) throw runtime("unflatten: sizes must be non-empty");
      if (given.some((n) => n < -1) || given.filter((n) => n === -1).length > 1 || !x.ndim) throw new Own("arguments", "unflatten");
      let split;
      try {
        split = inferSize(given, x.shape[d]);
      } catch (error) {
        if (!error.message.startsWith("shape '")) throw new Own("arguments", "unflatten");
        throw runtime(`unflatten: Provided sizes ${text(given)} don't multiply up to the size of dim ${d} (${x.shape[d]}) in the input tensor`);
      }
      return viewed(run, view(x, [...x.shape.slice(0, d), ...split, ...x.shape.slice(d + 1)]), "fits");
    },
    permute(run, x, call) {
      const given = sizes(call, "dims");
      if (given.length !== x.ndim)
        throw runtime(`permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${x.ndim} is not equal to len(dims) = ${given.length}`);
      const dims = [];
      for (const one of given) {
        const d = wrapDim(one, x.ndim);
        if (dims.includes(d)) throw runtime("permute(): duplicate dims are not allowed.");
        dims.push(d);
      }
      return viewed(run, permuted(x, dims), "permuted");
    },
    transpose(run, x, call) {
      const { dim0, dim1 } = bind(call, ["dim0", "dim1"]);
      return viewed(run, swapped(x, wrapDim(int(dim0, call), x.ndim), wrapDim(int(dim1, call), x.ndim)), "permuted");
    },
    t(run, x, call) {
      bind(call, []);
      if (x.ndim > 2) throw runtime(`t() expects a tensor with <= 2 dimensions, but self is ${x.ndim}D`);
      return viewed(run, x.ndim === 2 ? swapped(x, 0, 1) : alias(x), "permuted");
    },
    movedim(run, x, call) {
      const { source, destination } = bind(call, ["source", "destination"]);
      const [from, to] = [ints(source, call), ints(destination, call)];
      if (from.length !== to.length)
        throw runtime(`movedim: Invalid source or destination dims: source (${text(from)} dims) should contain the same number of dims as destination (${text(to)} dims)`);
      const [wrappedFrom, wrappedTo] = [from.map((d) => wrapDim(d, x.ndim)), to.map((d) => wrapDim(d, x.ndim))];
      for (const [name, list, given] of [["source", wrappedFrom, from], ["destination", wrappedTo, to]])
        if (new Set(list).size < list.length) throw runtime(`movedim: repeated dim in \`${name}\` (${text(given)})`);
      if (!x.ndim) return viewed(run, alias(x), "permuted");
      const order = Array(x.ndim).fill(-1);
      wrappedTo.forEach((d, n) => { order[d] = wrappedFrom[n]; });
      const rest = range(x.ndim).filter((d) => !wrappedFrom.includes(d));
      return viewed(run, permuted(x, order.map((d) => (d < 0 ? rest.shift() : d))), "permuted");
    },
    squeeze(run, x, call) {
      const { dim } = bind(call, ["dim"], { dim: null });
      const dims = dim === null ? range(x.ndim) : isSequence(dim) ? wrapDims(ints(dim, call), x.ndim) : [wrapDim(int(dim, call), x.ndim)];
      return viewed(run, without(x, dims.filter((d) => x.shape[d] === 1)), "size_one");
    },
    unsqueeze(run, x, call) {
      const { dim } = bind(call, ["dim"]);
      return viewed(run, unsqueezed(x, wrapDim(int(dim, call), x.ndim + 1)), "size_one");
    },
    expand: (run, x, call) => viewed(run, expand(x, sizes(call, "size")), "expanded"),
    repeat: (run, x, call) => repeated(run, x, sizes(call, "repeats")),
    tile(run, x, call) {
      const counts = sizes(call, "dims");
      while (counts.length < x.ndim) counts.unshift(1);
      return repeated(run, x, counts);
    },
    flip(run, x, call) {
      const dims = wrapDims(sizes(call, "dims"), x.ndim);
      run.why = { key: "rearranged" };
      const found = [];
      for (const at of positions(x.shape)) found.push(at.reduce((sum, i, d) => sum + (dims.includes(d) ? x.shape[d] - 1 - i : i) * x.stride[d], x.offset));
      return copiedFrom(run, x, found, x.shape, preservedStride(x));
    },
    roll(run, x, call) {
      const bound = bind(call, ["shifts", "dims"], { dims: null });
      const [shifts, dims] = [ints(bound.shifts, call), dimsOf(bound.dims, call)];
      run.why = { key: "rearranged" };
      const flat = !dims.length && shifts.length === 1;
      if (!flat && shifts.length !== dims.length) throw runtime(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`);
      let from = places(x);
      const turn = (list, shape, d, shift) => {
        const n = shape[d];
        const stride = contiguousStride(shape);
        const made = [];
        for (const at of positions(shape)) made.push(list[at.reduce((sum, i, k) => sum + (k === d ? (((i - shift) % n) + n) % n : i) * stride[k], 0)]);
        return made;
      };
      if (flat && !x.numel) return view(copied(view(x, [0])), x.shape);
      if (flat) from = turn(from, [x.numel], 0, shifts[0]);
      else if (!x.numel) return copied(x);
      else dims.forEach((dim, n) => { from = turn(from, x.shape, wrapDimStrict(dim, x.ndim), shifts[n]); });
      return copiedFrom(run, x, from, x.shape);
    },
    narrow(run, x, call) {
      const bound = bind(call, ["dim", "start", "length"]);
      const [dim, start, length] = [int(bound.dim, call), int(bound.start, call), int(bound.length, call)];
      if (!x.ndim) throw runtime("narrow() cannot be applied to a 0-dim tensor.");
      if (length < 0) throw runtime("narrow(): length must be non-negative.");
      const d = wrapDim(dim, x.ndim);
      const n = x.shape[d];
      if (start < -n || start > n) throw indexError(`start out of range (expected to be in range of [${-n}, ${n}], but got ${start})`);
      const first = start < 0 ? start + n : start;
      if (first > n - length) throw runtime(`start (${first}) + length (${length}) exceeds dimension size (${n}).`);
      return viewed(run, cut(x, d, first, length), "index");
    },
    select(run, x, call) {
      const bound = bind(call, ["dim", "index"]);
      if (!x.ndim) throw indexError("select() cannot be applied to a 0-dim tensor.");
      const [dim, index] = [wrapDim(int(bound.dim, call), x.ndim), int(bound.index, call)];
      if (index >= x.shape[dim] || index < -x.shape[dim])
        throw indexError(`select(): index ${index} out of range for tensor of size ${text(x.shape)} at dimension ${dim}`);
      return viewed(run, select(x, dim, index), "index");
    },
    unbind(run, x, call) {
      const { dim } = bind(call, ["dim"], { dim: 0n });
      const d = wrapDimStrict(wrapDim(int(dim, call), x.ndim), x.ndim);
      run.why = { key: "pieces" };
      return new Tuple(range(x.shape[d]).map((i) => select(x, d, i)));
    },
    chunk(run, x, call) {
      const bound = bind(call, ["chunks", "dim"], { dim: 0n });
      const count = int(bound.chunks, call);
      if (!x.ndim) throw runtime("chunk expects at least a 1-dimensional tensor");
      if (count <= 0) throw runtime(`chunk expects \`chunks\` to be greater than 0, got: ${count}`);
      const d = wrapDim(int(bound.dim, call), x.ndim);
      const n = x.shape[d];
      const length = Math.floor((n + count - 1) / count);
      if (length === 0) return splitAt(run, x, d, Array(count).fill(0));
      return splitAt(run, x, d, range(Math.max(Math.ceil(n / length), 1)).map((i) => Math.min(length, n - i * length)));
    },
    split(run, x, call) {
      const bound = bind(call, ["split_size", "dim"], { dim: 0n });
      if (isSequence(bound.split_size) || !x.ndim) throw new Own("arguments", "split");
      const length = int(bound.split_size, call);
      const d = wrapDim(int(bound.dim, call), x.ndim);
      if (length < 0) throw runtime(`split expects split_size be non-negative, but got split_size=${length}`);
      const n = x.shape[d];
      if (length === 0 && n !== 0) throw runtime(`split_size can only be 0 if dimension size is 0, but got dimension size of ${n}`);
      const count = length === 0 ? 1 : Math.max(Math.ceil(n / length), 1);
      return splitAt(run, x, d, range(count).map((i) => Math.min(length, n - i * length)));
    },
    diagonal(run, x, call) {
      const bound = bind(call, ["offset", "dim1", "dim2"], { offset: 0n, dim1: 0n, dim2: 1n });
      const offset = int(bound.offset, call);
      const [one, other] = [wrapDim(int(bound.dim1, call), x.ndim), wrapDim(int(bound.dim2, call), x.ndim)];
      if (one === other) throw runtime(`diagonal dimensions cannot be identical ${bound.dim1}, ${bound.dim2}`);
      const size = Math.max(offset >= 0 ? Math.min(x.shape[one], x.shape[other] - offset) : Math.min(x.shape[one] + offset, x.shape[other]), 0);
      const start = size === 0 ? 0 : offset >= 0 ? offset * x.stride[other] : -offset * x.stride[one];
      const rest = without(x, [one, other]);
      return viewed(run, alias(x, [...rest.shape, size], [...rest.stride, x.stride[one] + x.stride[other]], x.offset + start), "diagonal");
    },
    unfold(run, x, call) {
      const bound = bind(call, ["dimension", "size", "step"]);
      const d = wrapDim(int(bound.dimension, call), x.ndim);
      const [size, step] = [int(bound.size, call), int(bound.step, call)];
      const n = x.ndim ? x.shape[d] : 1;
      if (size < 0) throw runtime(`size is ${size} but must be >= 0`);
      if (size > n) throw runtime(`maximum size for tensor at dimension ${d} is ${n} but size is ${size}`);
      if (step <= 0) throw runtime(`step is ${step} but must be > 0`);
      const [shape, stride] = [[...x.shape, size], [...x.stride, x.ndim ? x.stride[d] : 1]];
      if (x.ndim) {
        shape[d] = Math.floor((n - size) / step) + 1;
        stride[d] *= step;
      }
      return viewed(run, alias(x, shape, stride), "windows");
    },
    contiguous(run, x, call) {
      bind(call, []);
      if (isContiguous(x)) return itself(run, x, "already");
      run.why = { key: "order" };
      run.came = cameFrom(x);
      return copied(x, contiguousStride(x.shape));
    },
    clone(run, x, call) {
      bind(call, []);
      run.why = { key: "clone" };
      run.came = cameFrom(x);
      return copied(x);
    },
    sum(run, x, call) {
      const { dtype = null, ...named } = call.named;
      const { dim, keepdim } = bind({ ...call, named }, ["dim", "keepdim"], { dim: null, keepdim: false });
      const to = type(dtype, call) ?? (x.dtype === BOOL ? INT : x.dtype);
      const from = x.dtype === to ? x : copied(x, undefined, to);
      return reduced(run, from, dimsOf(dim, call), truth(keepdim, call), to, total(to));
    },
    mean(run, x, call) {
      const { dim, keepdim } = bind(call, ["dim", "keepdim"], { dim: null, keepdim: false });
      if (x.dtype !== FLOAT)
        throw runtime(`mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${x.dtype.title}`);
      return reduced(run, x, dimsOf(dim, call), truth(keepdim, call), FLOAT, (list) => Math.fround(total(FLOAT)(list)) / list.length);
    },
    amax(run, x, call) {
      const { dim, keepdim } = bind(call, ["dim", "keepdim"], { dim: new Tuple([]), keepdim: false });
      const dims = ints(dim, call);
      checkNotEmpty("amax", x, dims);
      return reduced(run, x, dims, truth(keepdim, call), x.dtype, (list) => list[largest(list)]);
    },
    max(run, x, call) {
      if (!call.args.length && !Object.keys(call.named).length) {
        if (!x.numel) throw runtime("max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.");
        return reduced(run, x, [], false, x.dtype, (list) => list[largest(list)]);
      }
      const bound = bind(call, ["dim", "keepdim"], { keepdim: false });
      const dims = [wrapDim(int(bound.dim, call), x.ndim)];
      const keepdim = truth(bound.keepdim, call);
      checkNotEmpty("max", x, dims);
      return new Named({
        values: reduced(run, x, dims, keepdim, x.dtype, (list) => list[largest(list)]),
        indices: reduced(run, x, dims, keepdim, INT, (list) => BigInt(largest(list))),
      });
    },
    matmul(run, x, call) {
      const { other } = bind(call, ["other"]);
      if (!(other instanceof Tensor)) throw new Own("arguments", "matmul");
      return matmul(run, x, other);
    },
    cumsum(run, x, call) {
      const { dim } = bind(call, ["dim"]);
      const d = wrapDim(int(dim, call), x.ndim);
      const to = x.dtype === BOOL ? INT : x.dtype;
      const from = x.dtype === to ? x : copied(x, undefined, to);
      run.why = { key: "reduced" };
      const list = values(from);
      const step = x.ndim ? contiguousStride(x.shape)[d] : 1;
      let n = 0;
      if (x.ndim) for (const at of positions(x.shape)) {
        if (at[d] > 0) list[n] = list[n - step] + list[n];
        else if (to === FLOAT) list[n] = 0 + list[n];
        n++;
      }
      return filled(x.shape, to, list);
    },
    to(run, x, call) {
      const { dtype } = bind(call, ["dtype"]);
      if (!(dtype instanceof DType)) throw new Own("arguments", "to");
      return converted(run, x, dtype);
    },
    float: (run, x, call) => (bind(call, []), converted(run, x, FLOAT)),
    long: (run, x, call) => (bind(call, []), converted(run, x, INT)),
    bool: (run, x, call) => (bind(call, []), converted(run, x, BOOL)),
    add_: inPlace("+"),
    sub_: inPlace("-"),
    mul_: inPlace("*"),
    div_: inPlace("/"),
    zero_(run, x, call) {
      bind(call, []);
      fill(run, x, 0n);
      return x;
    },
    fill_(run, x, call) {
      const { value } = bind(call, ["value"]);
      if (value instanceof Tensor && value.ndim)
        throw runtime(`fill_ only supports 0-dimension value tensor but got tensor with ${value.ndim} dimensions.`);
      if (!(value instanceof Tensor) && !["bigint", "number", "boolean"].includes(typeof value)) throw new Own("arguments", "fill_");
      if (value instanceof Tensor) fillFrom(run, x, value);
      else fill(run, x, value);
      return x;
    },
    /* What is asked of a tensor, and is no tensor. */
    stride: (run, x, call) => (bind(call, []), new Tuple(x.stride.map(BigInt))),
    size(run, x, call) {
      const { dim } = bind(call, ["dim"], { dim: null });
      return dim === null ? new Tuple(x.shape.map(BigInt), true) : BigInt(x.shape[wrapDimStrict(int(dim, call), x.ndim)]);
    },
    dim: (run, x, call) => (bind(call, []), BigInt(x.ndim)),
    numel: (run, x, call) => (bind(call, []), BigInt(x.numel)),
    storage_offset: (run, x, call) => (bind(call, []), BigInt(x.offset)),
    is_contiguous: (run, x, call) => (bind(call, []), isContiguous(x)),
    data_ptr: () => { throw new Own("unknown", "data_ptr"); },
    item(run, x, call) {
      bind(call, []);
      if (x.numel !== 1) throw runtime(`a Tensor with ${x.numel} elements cannot be converted to Scalar`);
      const [value] = values(x);
      return x.dtype === BOOL ? value === 1 : value;
    },
  };
  delete METHODS.data_ptr;
  const AS_FUNCTION = "reshape flatten unflatten permute transpose t movedim squeeze unsqueeze tile flip roll narrow select unbind chunk split diagonal clone sum mean amax max matmul cumsum".split(" ");
  const MADE_OF = { permute: 1, tile: 1, flip: 1, reshape: 1 };

  const ATTRIBUTES = {
    T: (run, x) => viewed(run, permuted(x, range(x.ndim).reverse()), "permuted"),
    mT(run, x) {
      if (x.ndim === 1) throw runtime("tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.");
      return viewed(run, x.ndim ? swapped(x, x.ndim - 2, x.ndim - 1) : x, "permuted");
    },
    shape: (run, x) => new Tuple(x.shape.map(BigInt), true),
    ndim: (run, x) => BigInt(x.ndim),
    dtype: (run, x) => x.dtype,
  };

  /* ---- The language: a few lines of Python ---- */

  const TOKEN = /[ \t]+|#[^\n]*|\\\n|(\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)|(\d[\d_]*)|([A-Za-z_]\w*)|(\.\.\.|\*\*=|\/\/=|[+\-*/%&|]=|==|!=|<=|>=|\*\*|\/\/|[-+*/%&|~@<>=()[\],.:])|(\n|;)/y;
  const KEYWORDS = "and or not if else for while def import from lambda in is return class with assert del pass".split(" ");

  function tokens(source) {
    const found = [];
    let at = 0;
    let depth = 0;
    while (at < source.length) {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(source);
      if (!match) throw new Own("character", source[at], at);
      const [all, float, whole, name, sign, end] = match;
      const token = { at, end: at + all.length, text: all };
      if (float) found.push({ ...token, kind: "number", value: Number(float) });
      else if (whole) found.push({ ...token, kind: "number", value: BigInt(whole.replaceAll("_", "")) });
      else if (name) found.push({ ...token, kind: "name" });
      else if (sign) {
        if ("([".includes(sign)) depth++;
        if (")]".includes(sign)) depth--;
        found.push({ ...token, kind: "sign" });
      } else if (end && depth <= 0) found.push({ ...token, kind: "end" });
      at += all.length;
    }
    found.push({ at: source.length, end: source.length, text: "", kind: "end" });
    return found;
  }

  const LEVELS = [["==", "!=", "<", "<=", ">", ">="], ["|"], ["&"], ["+", "-"], ["*", "/", "//", "%", "@"]];

  /* Parses one statement after the other, so that what is right before a mistake still runs. */
  class Parser {
    constructor(source) {
      this.source = source;
      this.list = tokens(source);
      this.n = 0;
    }
    get now() { return this.list[this.n]; }
    is(...signs) { return this.now.kind === "sign" && signs.includes(this.now.text); }
    take(sign) {
      if (!this.is(sign)) this.wrong(sign);
      return this.list[this.n++];
    }
    wrong(expected = "") { throw new Own(this.now.kind === "end" ? "unfinished" : "syntax", expected || this.now.text, this.now.at); }

    statement() {
      while (this.now.kind === "end" && this.n < this.list.length - 1) this.n++;
      if (this.n === this.list.length - 1) return null;
      const first = this.now;
      if (first.kind === "name" && KEYWORDS.includes(first.text)) {
        if (first.text === "import") {
          while (this.now.kind !== "end") this.n++;
          return this.statement();
        }
        throw new Own("keyword", first.text, first.at);
      }
      const target = this.tuple();
      let made = { kind: "expression", value: target };
      if (this.is("=")) {
        const at = this.now.at;
        this.n++;
        if (target.kind !== "name" && target.kind !== "index" && !(target.kind === "tuple" && target.items.length && target.items.every((one) => one.kind === "name")))
          throw new Own("target", "", target.at);
        made = { kind: "assign", target, value: this.tuple() };
        if (this.is("=")) throw new Own("syntax", "=", at);
      } else if (this.is("+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=")) {
        const sign = this.now.text.slice(0, -1);
        if (target.kind !== "name" && target.kind !== "index") throw new Own("target", "", target.at);
        this.n++;
        made = { kind: "augmented", target, sign, value: this.tuple() };
      }
      if (this.now.kind !== "end") this.wrong();
      return { ...made, at: first.at, end: this.list[this.n - 1].end };
    }
    tuple() {
      const first = this.expression();
      if (!this.is(",")) return first;
      const items = [first];
      while (this.is(",")) {
        this.n++;
        if (this.now.kind === "end" || this.is(")", "]", "=")) break;
        items.push(this.expression());
      }
      return { kind: "tuple", items, at: first.at, end: this.list[this.n - 1].end };
    }
    expression(level = 0) {
      if (level === LEVELS.length) return this.prefixed();
      let left = this.expression(level + 1);
      while (this.is(...LEVELS[level])) {
        const sign = this.list[this.n++];
        const right = this.expression(level + 1);
        left = { kind: "binary", sign: sign.text, left, right, at: left.at, end: right.end, signAt: sign.at };
        if (level === 0 && this.is(...LEVELS[0])) throw new Own("chained", "", this.now.at);
      }
      return left;
    }
    prefixed() {
      if (this.is("-", "~", "+")) {
        const sign = this.list[this.n++];
        const value = this.prefixed();
        return { kind: "unary", sign: sign.text, value, at: sign.at, end: value.end };
      }
      const left = this.postfixed();
      if (!this.is("**")) return left;
      const sign = this.list[this.n++];
      const right = this.prefixed();
      return { kind: "binary", sign: "**", left, right, at: left.at, end: right.end, signAt: sign.at };
    }
    postfixed() {
      let value = this.atom();
      for (;;) {
        if (this.is(".")) {
          this.n++;
          if (this.now.kind !== "name") this.wrong();
          const name = this.list[this.n++];
          value = { kind: "attribute", of: value, name: name.text, nameAt: name.at, at: value.at, end: name.end };
        } else if (this.is("(")) {
          const call = this.call();
          value = { kind: "call", of: value, ...call, at: value.at, end: this.list[this.n - 1].end };
        } else if (this.is("[")) {
          const open = this.list[this.n++];
          const index = this.index();
          const close = this.take("]");
          value = { kind: "index", of: value, index, at: value.at, openAt: open.at, end: close.end };
        } else return value;
      }
    }
    call() {
      this.take("(");
      const args = [];
      const named = {};
      while (!this.is(")")) {
        const next = this.list[this.n + 1];
        if (this.now.kind === "name" && next?.text === "=") {
          const name = this.list[this.n].text;
          this.n += 2;
          if (name in named) throw new Own("syntax", name, this.now.at);
          named[name] = this.expression();
        } else {
          if (Object.keys(named).length) this.wrong();
          if (this.is("*")) throw new Own("syntax", "*", this.now.at);
          args.push(this.expression());
        }
        if (!this.is(")")) this.take(",");
      }
      this.take(")");
      return { args, named };
    }
    index() {
      if (this.is("]")) this.wrong();
      const found = [this.slice()];
      let many = false;
      while (this.is(",")) {
        many = true;
        this.n++;
        if (this.is("]")) break;
        found.push(this.slice());
      }
      return many ? { kind: "tuple", items: found, at: found[0].at } : found[0];
    }
    slice() {
      const at = this.now.at;
      const parts = [null, null, null];
      let n = 0;
      if (!this.is(":")) {
        parts[0] = this.expression();
        if (!this.is(":")) return parts[0];
      }
      while (this.is(":") && n < 2) {
        this.n++;
        n++;
        if (!this.is(":", ",", "]")) parts[n] = this.expression();
      }
      return { kind: "slice", parts, at };
    }
    atom() {
      const token = this.now;
      if (token.kind === "number") {
        this.n++;
        return { ...token, kind: "constant" };
      }
      if (token.kind === "name") {
        if (KEYWORDS.includes(token.text)) throw new Own("keyword", token.text, token.at);
        this.n++;
        const constants = { True: true, False: false, None: null };
        if (token.text in constants) return { ...token, kind: "constant", value: constants[token.text] };
        return { ...token, kind: "name" };
      }
      if (this.is("...")) {
        this.n++;
        return { ...token, kind: "constant", value: ELLIPSIS };
      }
      if (this.is("(", "[")) {
        const close = token.text === "(" ? ")" : "]";
        this.n++;
        const found = [];
        let comma = false;
        while (!this.is(close)) {
          found.push(this.expression());
          if (!this.is(close)) {
            this.take(",");
            comma = true;
          }
        }
        const end = this.take(close).end;
        if (close === ")" && found.length === 1 && !comma) return { ...found[0], at: token.at, end };
        return { kind: close === ")" ? "tuple" : "list", items: found, at: token.at, end };
      }
      return this.wrong();
    }
  }

  /* ---- Running ---- */

  const letters = (n) => (n < 26 ? "" : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

  class Run {
    constructor(source) {
      this.source = source;
      this.steps = [];
      this.names = new Map();
      this.storages = [];
      this.line = 0;
      this.why = null;
      this.written = null;
      this.came = null;
    }

    /* Note what an operation made: one step for a tensor, or for each tensor of a tuple that is bound to a name. */
    note(node, result, inputs, from = node.at) {
      if (this.steps.length >= MAX_STEPS) throw new Own("too_many");
      const { storage } = result;
      if (storage.name === null) {
        storage.name = letters(this.storages.length);
        this.storages.push(storage);
      }
      const shares = inputs.find((input) => input.storage === storage);
      const kind = this.written ? "write" : inputs.includes(result) ? "itself" : shares ? "view" : COPIES.includes(this.why?.key) ? "copy" : "new";
      const step = {
        line: this.line, at: node.at, end: node.end, piece: this.source.slice(from, node.end).trim(), tensor: result, inputs, kind,
        why: this.why ?? { key: "start" }, written: this.written, data: storage.snapshot(), names: [],
        source: this.came, inputs_data: inputs.map((input) => input.storage.snapshot()), live: new Map([...this.names].filter(([, one]) => one instanceof Tensor)),
      };
      this.steps.push(step);
      this.why = this.written = this.came = null;
      return step;
    }
    /* A name belongs to the last step that made its tensor. */
    named(name, tensor) {
      this.names.set(name, tensor);
      for (let n = this.steps.length - 1; n >= 0; n--)
        if (this.steps[n].tensor === tensor) {
          if (this.steps[n].line === this.line) this.steps[n].names.push(name);
          return;
        }
    }

    value(node) {
      switch (node.kind) {
        case "constant": return node.value;
        case "list": return node.items.map((one) => this.value(one));
        case "tuple": return new Tuple(node.items.map((one) => this.value(one)));
        case "slice": return new Slice(...node.parts.map((part) => (part ? this.value(part) : null)));
        case "name": return this.lookUp(node);
        case "unary": return this.unary(node);
        case "binary": return this.binary(node);
        case "attribute": return this.attribute(node);
        case "index": return this.index(node);
        case "call": return this.call(node);
      }
      throw new Own("syntax", "", node.at);
    }
    lookUp(node) {
      if (this.names.has(node.text)) return this.names.get(node.text);
      if (node.text === "torch") return { module: true };
      throw new Own(node.text in FUNCTIONS ? "say_torch" : "no_name", node.text, node.at);
    }
    unary(node) {
      const value = this.value(node.value);
      if (value instanceof Tensor) {
        if (node.sign === "+") return value;
        const made = this.at(node, () => (node.sign === "-" ? negated(this, value) : inverted(this, value)));
        this.note(node, made, [value]);
        return made;
      }
      if (typeof value === "bigint") return node.sign === "-" ? -value : node.sign === "~" ? ~value : value;
      if (typeof value === "number" && node.sign !== "~") return node.sign === "-" ? -value : value;
      throw new Own("arguments", node.sign, node.at);
    }
    binary(node) {
      const [left, right] = [this.value(node.left), this.value(node.right)];
      return this.operate(node, node.sign, left, right);
    }
    operate(node, sign, left, right) {
      const from = node.left?.kind === "name" || node.left?.kind === "constant" ? node.at : node.signAt ?? node.at;
      if (left instanceof Tensor || right instanceof Tensor) {
        const made = this.at(node, () => {
          if (sign === "@") {
            const names = [left, right].map((one) => (one instanceof Tensor ? "Tensor" : { bigint: "int", number: "float", boolean: "bool" }[typeof one]));
            if (names.includes(undefined)) throw new Own("arguments", sign);
            if (!names.every((one) => one === "Tensor")) throw new Raised("TypeError", `unsupported operand type(s) for @: '${names[0]}' and '${names[1]}'`);
            return matmul(this, left, right);
          }
          if (left instanceof Tensor) return binary(this, sign, left, right);
          if (sign === "/") return binary(this, "*", reciprocal(this, right), left);
          return binary(this, MIRRORED[sign] ?? sign, ...(sign in MIRRORED ? [right, left] : [left, right]));
        });
        this.note(node, made, [left, right].filter((one) => one instanceof Tensor), from);
        return made;
      }
      return this.at(node, () => numbers(sign, left, right));
    }
    /* An error that says nothing of where it is, is of this piece of the program. */
    at(node, work) {
      this.why = this.written = this.came = null;
      try {
        return work();
      } catch (error) {
        if (error instanceof Own) error.at ??= node.nameAt ?? node.openAt ?? node.signAt ?? node.at;
        if (error instanceof Raised) error.node ??= node;
        throw error;
      }
    }
    attribute(node) {
      const of = this.value(node.of);
      if (of?.module) {
        if (node.name in DTYPES) return DTYPES[node.name];
        throw new Own("unknown", `torch.${node.name}`, node.nameAt);
      }
      if (of instanceof Named && node.name in of.fields) {
        this.why = of.why;
        this.note(node, of.fields[node.name], of.inputs, of.from);
        return of.fields[node.name];
      }
      if (of instanceof Tensor && node.name in ATTRIBUTES) {
        const made = this.at(node, () => ATTRIBUTES[node.name](this, of));
        if (made instanceof Tensor) this.note(node, made, [of], node.of.end);
        return made;
      }
      if (of instanceof Tensor && node.name in METHODS) throw new Own("call_it", node.name, node.nameAt);
      throw new Own("unknown", node.name, node.nameAt);
    }
    index(node) {
      const of = this.value(node.of);
      const index = this.value(node.index);
      if (of instanceof Tensor) {
        const made = this.at(node, () => getItem(this, of, index));
        this.note(node, made, [of, ...tensorsIn(index)], node.openAt);
        return made;
      }
      if (isSequence(of)) {
        if (index instanceof Slice && (index.step === null || index.step === 1n)) {
          const list = items(of).slice(...[index.start ?? 0n, index.stop ?? BigInt(items(of).length)].map(Number));
          return Array.isArray(of) ? list : new Tuple(list, of.size);
        }
        if (typeof index !== "bigint") throw new Own("arguments", "[]", node.openAt);
        const found = items(of).at(Number(index));
        if (Number(index) >= items(of).length || Number(index) < -items(of).length) {
          const error = indexError(`${Array.isArray(of) ? "list" : "tuple"} index out of range`);
          error.node = node;
          throw error;
        }
        if (found instanceof Tensor && of.inputs) {
          this.why = of.why;
          this.note(node, found, of.inputs, of.from);
        }
        return found;
      }
      throw new Own("arguments", "[]", node.openAt);
    }
    call(node) {
      const { of } = node;
      const read = () => ({
        name: of.name ?? of.text,
        args: node.args.map((one) => this.value(one)),
        named: Object.fromEntries(Object.entries(node.named).map(([name, one]) => [name, this.value(one)])),
      });
      if (of.kind === "name" && of.text === "len" && !this.names.has("len")) {
        const { args } = read();
        if (args.length === 1 && isSequence(args[0])) return BigInt(items(args[0]).length);
        if (args.length === 1 && args[0] instanceof Tensor && args[0].ndim) return BigInt(args[0].shape[0]);
        throw new Own("arguments", "len", node.at);
      }
      if (of.kind !== "attribute") {
        if (of.kind === "name" && !this.names.has(of.text)) this.lookUp(of);
        throw new Own("syntax", "(", node.at);
      }
      const place = { ...node, nameAt: of.nameAt };
      const object = this.value(of.of);
      let made;
      let inputs;
      let from = of.of.end;
      if (object?.module) {
        from = node.at;
        const call = read();
        if (of.name in FUNCTIONS) {
          made = this.at(place, () => FUNCTIONS[of.name](this, call));
          inputs = ["cat", "stack"].includes(of.name) ? tensorsIn(call.args) : [];
        } else if (AS_FUNCTION.includes(of.name)) {
          let [first, ...rest] = call.args;
          const { input, ...named } = call.named;
          if (input !== undefined) [first, rest] = [input, call.args];
          if (!(first instanceof Tensor) || (of.name in MADE_OF && rest.length && !isSequence(rest[0]))) throw new Own("arguments", `torch.${of.name}`, of.nameAt);
          made = this.at(place, () => METHODS[of.name](this, first, { name: of.name, args: rest, named }));
          inputs = [first];
        } else throw new Own("unknown", `torch.${of.name}`, of.nameAt);
      } else if (object instanceof Tensor && of.name in METHODS) {
        const call = read();
        made = this.at(place, () => METHODS[of.name](this, object, call));
        inputs = [object, ...tensorsIn(call.args)];
      } else throw new Own("unknown", of.name, of.nameAt);
      if (made instanceof Tensor) this.note(node, made, inputs, from);
      else if (made instanceof Tuple && tensorsIn(made).length) Object.assign(made, { inputs, from, why: this.why, node });
      return made;
    }

    assign(target, value, node) {
      if (target.kind === "name") {
        if (value instanceof Tensor) this.named(target.text, value);
        else this.names.set(target.text, value);
      } else if (target.kind === "tuple") {
        if (!isSequence(value)) throw new Own("arguments", "=", target.at);
        const list = items(value);
        if (list.length !== target.items.length) {
          const many = list.length > target.items.length;
          const error = new Raised("ValueError", many ? `too many values to unpack (expected ${target.items.length})` : `not enough values to unpack (expected ${target.items.length}, got ${list.length})`);
          error.node = node;
          throw error;
        }
        list.forEach((one, n) => {
          if (one instanceof Tensor && value.inputs) {
            this.why = value.why;
            this.note(value.node, one, value.inputs, value.from);
          }
          this.assign(target.items[n], one, node);
        });
      } else {
        const of = this.value(target.of);
        if (!(of instanceof Tensor)) throw new Own("arguments", "[]", target.openAt);
        const index = this.value(target.index);
        this.at(node, () => setItem(this, of, index, value));
        this.written ??= { storage: of.storage, places: [], unclear: false };
        this.note(node, of, [of, ...(value instanceof Tensor ? [value] : []), ...tensorsIn(index)]);
      }
    }
    execute(node) {
      if (node.kind === "expression") return this.value(node.value);
      if (node.kind === "assign") return void this.assign(node.target, this.value(node.value), node);
      const { target } = node;
      if (target.kind === "name") {
        const old = this.value(target);
        const value = this.value(node.value);
        if (!(old instanceof Tensor)) return void this.assign(target, this.operate(node, node.sign, old, value), node);
        const made = this.at(node, () => binary(this, node.sign, old, value, old));
        this.note(node, made, [old, ...(value instanceof Tensor ? [value] : [])]);
        return void this.named(target.text, made);
      }
      const of = this.value(target.of);
      const index = this.value(target.index);
      if (!(of instanceof Tensor)) throw new Own("arguments", "[]", target.openAt);
      const old = this.at(target, () => getItem(this, of, index));
      this.note(target, old, [of, ...tensorsIn(index)], target.openAt);
      const value = this.value(node.value);
      this.at(node, () => {
        binary(this, node.sign, old, value, old);
        const first = this.written;
        this.written = null;
        setItem(this, of, index, old);
        if (first.unclear && this.written) this.written.unclear = true;
      });
      this.written ??= { storage: of.storage, places: [], unclear: false };
      this.note(node, of, [of, ...(value instanceof Tensor ? [value] : []), ...tensorsIn(index)]);
    }
  }
  const COPIES = ["merge", "order", "clone", "picked", "rearranged", "joined", "cast"];
  const MIRRORED = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!=" };

  function tensorsIn(value) {
    if (value instanceof Tensor) return [value];
    return isSequence(value) ? items(value).flatMap(tensorsIn) : [];
  }
  function reciprocal(run, tensor) {
    return unary(run, tensor, (value) => 1 / value, FLOAT);
  }
  function numbers(sign, left, right) {
    const plain = (value) => (typeof value === "boolean" ? BigInt(value) : value);
    if (sign === "+" && isSequence(left) && isSequence(right) && Array.isArray(left) === Array.isArray(right))
      return Array.isArray(left) ? [...left, ...right] : new Tuple([...left.items, ...right.items]);
    let [a, b] = [plain(left), plain(right)];
    if (!["bigint", "number"].includes(typeof a) || !["bigint", "number"].includes(typeof b)) throw new Own("arguments", sign);
    if (sign in COMPARED) return { "==": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[sign];
    if (sign === "/" || typeof a !== typeof b) [a, b] = [Number(a), Number(b)];
    if (sign === "/" && b === 0) throw new Raised("ZeroDivisionError", "division by zero");
    if (["//", "%"].includes(sign) && Number(b) === 0) throw new Own("arguments", sign);
    if (sign === "//") return typeof a === "bigint" ? floorDividedInt(a, b) : Math.floor((a - floor(a, b)) / b);
    if (sign === "%") return typeof a === "bigint" ? floorInt(a, b) : floor(a, b);
    if (sign === "**") {
      if (typeof a !== "bigint" || b < 0n) throw new Own("arguments", sign);
      if (!(Math.abs(Number(a)) ** Number(b) < 2 ** 63)) throw new Own("too_big", sign);
      return a ** b;
    }
    const compute = COMPUTED[sign][typeof a === "bigint" ? "int" : "float"];
    if (!compute) throw new Own("arguments", sign);
    return compute(a, b);
  }

  /* Where the piece of an operation begins, behind what it is applied to. */
  function pieceFrom(node) {
    if (node.kind === "index") return node.openAt;
    if (node.kind === "attribute") return node.of.end;
    if (node.kind === "call" && !(node.of.of?.kind === "name" && node.of.of.text === "torch")) return node.of.of?.end ?? node.at;
    return node.at;
  }

  /* Run a program. What was right before an error stands in `steps`; `shown` has what a line is that is no tensor. */
  function run(source) {
    const state = new Run(source);
    const lines = [];
    let error = null;
    try {
      const parser = new Parser(source);
      for (let statement; (statement = parser.statement()); ) {
        state.line = lines.length;
        lines.push({ at: statement.at, end: statement.end, first: state.steps.length });
        const value = state.execute(statement);
        if (statement.kind === "expression") {
          const last = lines[lines.length - 1];
          for (const one of value instanceof Tuple && value.inputs ? value.items : []) {
            if (state.steps.some((step) => step.tensor === one)) continue;
            state.why = value.why;
            state.note(value.node, one, value.inputs, value.from);
          }
          if (!tensorsIn(value).length) last.shown = shown(value);
        }
      }
    } catch (caught) {
      if (caught instanceof RangeError) caught = new Own("too_big");
      if (!(caught instanceof Own || caught instanceof Raised)) throw caught;
      const { own = null, detail = "", type = null, node = null } = caught;
      error = { own, detail, type, message: own ? null : caught.message, at: caught.at ?? node?.at ?? 0, from: node ? pieceFrom(node) : null, end: node?.end ?? null, line: state.line };
    }
    const names = new Map([...state.names].filter(([, value]) => value instanceof Tensor));
    return { lines, steps: state.steps, names, storages: state.storages, error };
  }

  /* ---- How torch prints ---- */

  function shown(value) {
    if (value === null) return "None";
    if (value === ELLIPSIS) return "Ellipsis";
    if (typeof value === "boolean") return value ? "True" : "False";
    if (typeof value === "bigint") return String(value);
    if (typeof value === "number") return floatText(value);
    if (value instanceof DType) return `torch.${value.name}`;
    if (value instanceof Tuple && value.size) return `torch.Size([${value.items.map(shown).join(", ")}])`;
    if (value instanceof Tuple) return `(${value.items.map(shown).join(", ")}${value.items.length === 1 ? "," : ""})`;
    if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
    return "";
  }
  function floatText(value) {
    if (Number.isNaN(value)) return "nan";
    if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
    const [digits, power] = value.toExponential().split("e");
    if (value !== 0 && (Number(power) < -4 || Number(power) >= 16)) return `${digits}e${power[0]}${power.slice(1).padStart(2, "0")}`;
    return Number.isInteger(value) && !Object.is(value, -0) ? `${value}.0` : Object.is(value, -0) ? "-0.0" : String(value);
  }
  const odd = (value) => (Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
  /* JavaScript rounds what lies in the middle up, C to the even digit: whether |value| * 10 ** power lies there. */
  function inTheMiddle(value, power) {
    let [above, below] = [Math.abs(value), 1n];
    while (!Number.isInteger(above)) [above, below] = [above * 2, below * 2n];
    const [top, bottom] = power < 0 ? [BigInt(above), below * 10n ** BigInt(-power)] : [BigInt(above) * 10n ** BigInt(power), below];
    return (2n * top) % bottom === 0n && ((2n * top) / bottom) % 2n === 1n;
  }
  function toEven(digits, value, power) {
    return /[13579]$/.test(digits) && inTheMiddle(value, power) ? digits.slice(0, -1) + (Number(digits.at(-1)) - 1) : digits;
  }
  const minus = (value) => (value < 0 || Object.is(value, -0) ? "-" : "");
  const fixed = (value, digits) => minus(value) + toEven(Math.abs(value).toFixed(digits), value, digits);
  function scientific(value) {
    const [digits, power] = Math.abs(value).toExponential(4).split("e");
    return `${minus(value)}${toEven(digits, value, 4 - Number(power))}e${power[0]}${power.slice(1).padStart(2, "0")}`;
  }
  /* Each value as torch prints it within its tensor, unpadded; `ends` says whether a "." closes it. */
  function formatted(list, dtype) {
    if (dtype === BOOL) return list.map((value) => (value ? "True" : "False"));
    if (dtype === INT) return list.map(String);
    const finite = list.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
    if (!finite.length) return list.map((value) => (Number.isFinite(value) ? `${Object.is(value, -0) ? "-0" : "0"}.` : odd(value)));
    const [least, most] = [Math.min(...finite), Math.max(...finite)];
    const whole = finite.every(Number.isInteger);
    const exponent = most / least > 1000 || most > 1e8 || (!whole && least < 1e-4);
    return list.map((value) => {
      if (!Number.isFinite(value)) return odd(value);
      if (exponent) return scientific(value);
      return whole ? `${fixed(value, 0)}.` : fixed(value, 4);
    });
  }

  return { run, values, places, formatted, isContiguous, functions: Object.keys(FUNCTIONS), methods: Object.keys(METHODS), attributes: Object.keys(ATTRIBUTES), asFunctions: AS_FUNCTION };
})();
if (typeof module !== "undefined") module.exports = globalThis.torchrefPlayground;
