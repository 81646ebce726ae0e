/* What the engine found out of each program, in plain data: for comparing it with torch. */
globalThis.reportPrograms = (programs) => {
  const { run, values, formatted, isContiguous } = globalThis.torchrefPlayground;
  const plain = (value) => (typeof value === "bigint" ? String(value) : Object.is(value, -0) ? "-0" : String(value));
  return programs.map((program) => {
    const { steps, storages, lines, error } = run(program);
    const tensors = [];
    return {
      steps: steps.map(({ tensor, data, kind, piece, written }) => {
        if (!tensors.includes(tensor)) tensors.push(tensor);
        const list = values(tensor, data);
        return {
          shape: tensor.shape, stride: tensor.stride, offset: tensor.offset, dtype: tensor.dtype.name,
          contiguous: isContiguous(tensor), storage: storages.indexOf(tensor.storage), bytes: tensor.storage.bytes,
          tensor: tensors.indexOf(tensor), values: list.map(plain).join(" "), shown: formatted(list, tensor.dtype).join(" "),
          kind, piece,
          unclear: written?.unclear ?? false,
        };
      }),
      shown: lines.map((line) => line.shown ?? null),
      error: error && { own: error.own, detail: error.detail, type: error.type, message: error.message },
    };
  });
};
