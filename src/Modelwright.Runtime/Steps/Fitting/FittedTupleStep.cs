using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>A fitted step that makes numbers of several columns together; what it makes stands behind all columns.</summary>
internal sealed class FittedTupleStep : IFittedStep, ITrimmableStep, IRunsOnRows, IStepFormula
{
    private const int MostTuples = 100_000;
    private readonly FittedTuple[] _tuples;
    private readonly Dictionary<string, ColumnType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly bool _keepsInputs;

    internal FittedTupleStep(string name, bool keepsInputs, IReadOnlyList<FittedTuple> tuples)
    {
        Name = name;
        _keepsInputs = keepsInputs;
        _tuples = [.. tuples];
        foreach (var tuple in _tuples)
        {
            Admit(tuple);
        }

        Inputs = [.. _tuples.SelectMany(tuple => tuple.Inputs).Select(input => input.Name).Distinct(StringComparer.Ordinal)];
        Outputs = [.. _tuples.SelectMany(tuple => tuple.Outputs)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<Feature> Outputs { get; }

    public ColumnType InputType(string input) => _types.TryGetValue(input, out var type)
        ? type
        : throw new ArgumentException($"Step '{Name}' does not read column '{input}'.", nameof(input));

    public Table Apply(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(rows);
        var columns = rows.Columns.Where(column => !_made.Contains(column.Name) && (_keepsInputs || !_types.ContainsKey(column.Name))).ToList();
        foreach (var tuple in _tuples)
        {
            var numbers = new NumberBlocks(tuple.Outputs.Count, rows.RowCount);
            tuple.Apply([.. tuple.Inputs.Select(input => rows[input.Name])], numbers);
            var made = new Column[tuple.Outputs.Count];
            numbers.Name(tuple.Outputs, made);
            columns.AddRange(made);
        }

        return new(columns, rows.RowCount);
    }

    public void Formula(FormulaColumns columns)
    {
        var found = Array.ConvertAll(_tuples, tuple => tuple.Inputs.Select(input => columns.Find(input.Name, input.Type)).ToArray());
        foreach (var input in _keepsInputs ? [] : Inputs)
        {
            columns.Remove(input);
        }

        for (var place = 0; place < found.Length; place++)
        {
            var tuple = _tuples[place];
            var made = found[place].Contains(null) ? null : tuple.Formula(found[place]!, columns.Builder);
            if (made is null)
            {
                columns.Tell(new($"step '{Name}' of {string.Join(" and ", tuple.Inputs.Select(input => $"'{input.Name}'"))}", "it has no formula"));
            }

            for (var output = 0; output < tuple.Outputs.Count; output++)
            {
                if (made is null)
                {
                    columns.Lack(tuple.Outputs[output].Name);
                }
                else
                {
                    columns.Set(tuple.Outputs[output].Name, new(made[output], ColumnType.Number, []));
                }
            }
        }
    }

    public bool OnRows(RowLayout layout, List<RowStep> steps)
    {
        var slots = Array.ConvertAll(_tuples, tuple => tuple.Inputs.Select(input => layout.Find(input.Name, input.Type)).ToArray());
        if (Array.Exists(slots, found => found.Contains(null)))
        {
            return false;
        }

        foreach (var input in _keepsInputs ? [] : Inputs)
        {
            layout.Remove(input);
        }

        for (var place = 0; place < _tuples.Length; place++)
        {
            steps.Add(_tuples[place].OnRows(slots[place]!, layout.Width));
            foreach (var output in _tuples[place].Outputs)
            {
                layout.Add(output.Name, ColumnType.Number, []);
            }
        }

        return true;
    }

    public IFittedStep Trim(IReadOnlySet<string> wanted)
    {
        FittedTuple[] kept = [.. _tuples.Where(tuple => tuple.Outputs.Any(output => wanted.Contains(output.Name)))];
        return kept.Length == _tuples.Length ? this : new FittedTupleStep(Name, _keepsInputs, kept);
    }

    public void Write(IArtifactWriter writer)
    {
        writer.Flag("keeps_inputs", _keepsInputs);
        writer.Integer("tuples", _tuples.Length);
        for (var position = 0; position < _tuples.Length; position++)
        {
            var part = writer.Part(PartName(position));
            part.Texts("inputs", [.. _tuples[position].Inputs.Select(input => input.Name)]);
            part.Texts("outputs", [.. _tuples[position].Outputs.Select(output => output.Name)]);
            _tuples[position].Write(part);
        }
    }

    /// <summary>Reads a step back.</summary>
    /// <param name="reader">Its record.</param>
    /// <param name="name">The step's name.</param>
    /// <param name="width">Inputs that a tuple must have.</param>
    /// <param name="read">Reads one tuple.</param>
    internal static FittedTupleStep Read(IArtifactReader reader, string name, Range width, TupleReader read)
    {
        var keepsInputs = reader.Flag("keeps_inputs");
        var count = reader.Integer("tuples");
        if (count is < 0 or > MostTuples)
        {
            throw new ArtifactException($"Step '{name}' has {count} groups of columns; 0 to {MostTuples} can be read. Make the file again.");
        }

        // The list grows as parts are found, so a lying count costs nothing.
        var tuples = new List<FittedTuple>();
        for (var position = 0; position < count; position++)
        {
            var part = reader.Part(PartName(position));
            var inputs = part.Texts("inputs");
            if (inputs.Count < width.Start.Value || inputs.Count > width.End.Value)
            {
                throw new ArtifactException($"Step '{name}' reads {inputs.Count} columns together, which it never does. Make the file again.");
            }

            tuples.Add(read(inputs, part.Texts("outputs"), part));
        }

        return new(name, keepsInputs, tuples);
    }

    private static string PartName(int position) => FormattableString.Invariant($"tuple_{position}");

    private void Admit(FittedTuple tuple)
    {
        foreach (var (name, type) in tuple.Inputs)
        {
            if (!_types.TryAdd(name, type) && _types[name] != type)
            {
                throw new ArtifactException($"Step '{Name}' reads column '{name}' as two types. Make the file again.");
            }
        }

        foreach (var output in tuple.Outputs)
        {
            if (!_made.Add(output.Name))
            {
                throw new ArtifactException($"Step '{Name}' makes column '{output.Name}' twice. Name each column once.");
            }
        }
    }

    private void Check(Table rows)
    {
        string[] faults = [.. Inputs.Select(input => StepColumns.Fault(rows, Name, input, [_types[input]])).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }
}
