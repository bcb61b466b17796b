using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>A fitted step that transforms column by column; what it makes of a column stands where the column stood.</summary>
internal sealed class FittedColumnStep : IFittedStep, ITrimmableStep, IRunsOnRows, IStepFormula
{
    private const int MostColumns = 1_000_000;
    private readonly FittedColumn[] _columns;
    private readonly Dictionary<string, int> _byInput = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly bool _keepsInputs;

    internal FittedColumnStep(string name, bool keepsInputs, IReadOnlyList<FittedColumn> columns)
    {
        Name = name;
        _keepsInputs = keepsInputs;
        _columns = [.. columns];
        for (var position = 0; position < _columns.Length; position++)
        {
            Admit(_columns[position], position);
        }

        Inputs = [.. _columns.Select(column => column.Input)];
        Outputs = [.. _columns.SelectMany(column => column.Outputs)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<Feature> Outputs { get; }

    internal IReadOnlyList<FittedColumn> Columns => _columns;

    public ColumnType InputType(string input) => _byInput.TryGetValue(input, out var position)
        ? _columns[position].InputType
        : throw new ArgumentException($"Step '{Name}' does not read column '{input}'.", nameof(input));

    public Table Apply(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(rows);
        return Replace(rows, (position, column, made) => _columns[position].Apply(column, made));
    }

    public bool OnRows(RowLayout layout, List<RowStep> steps)
    {
        var slots = new RowSlot[_columns.Length];
        for (var position = 0; position < slots.Length; position++)
        {
            if (layout.Find(_columns[position].Input, _columns[position].InputType) is not { } slot)
            {
                return false;
            }

            slots[position] = slot;
        }

        foreach (var input in _keepsInputs ? [] : Inputs)
        {
            layout.Remove(input);
        }

        for (var position = 0; position < slots.Length; position++)
        {
            var (column, to) = (_columns[position], layout.Width);
            foreach (var output in column.Outputs)
            {
                if ((output.Type == ColumnType.Number ? [] : column.LevelsMade) is not { } levels)
                {
                    return false;
                }

                layout.Add(output.Name, output.Type, levels);
            }

            steps.AddRange(column.OnRows(slots[position], to));
        }

        return true;
    }

    public void Formula(FormulaColumns columns)
    {
        var found = Array.ConvertAll(_columns, column => columns.Find(column.Input, column.InputType));
        foreach (var input in _keepsInputs ? [] : Inputs)
        {
            columns.Remove(input);
        }

        for (var position = 0; position < found.Length; position++)
        {
            var column = _columns[position];
            var made = found[position] is { } from ? column.Formula(from, columns.Builder) : null;
            if (made is null)
            {
                columns.Tell(new($"step '{Name}' of column '{column.Input}'", column.WithoutFormula));
            }

            for (var output = 0; output < column.Outputs.Count; output++)
            {
                if (made is null)
                {
                    columns.Lack(column.Outputs[output].Name);
                }
                else
                {
                    columns.Set(column.Outputs[output].Name, made[output]);
                }
            }
        }
    }

    public IFittedStep Trim(IReadOnlySet<string> wanted)
    {
        FittedColumn[] kept = [.. _columns.Select(column => column.Trim(wanted)).OfType<FittedColumn>()];
        return kept.SequenceEqual(_columns) ? this : new FittedColumnStep(Name, _keepsInputs, kept);
    }

    public void Write(IArtifactWriter writer)
    {
        writer.Flag("keeps_inputs", _keepsInputs);
        writer.Integer("columns", _columns.Length);
        for (var position = 0; position < _columns.Length; position++)
        {
            var part = writer.Part(PartName(position));
            part.Text("input", _columns[position].Input);
            part.Texts("outputs", [.. _columns[position].Outputs.Select(output => output.Name)]);
            _columns[position].Write(part);
        }
    }

    internal static FittedColumnStep Read(IArtifactReader reader, string name, ColumnReader read)
    {
        var keepsInputs = reader.Flag("keeps_inputs");
        var count = reader.Integer("columns");
        if (count is < 0 or > MostColumns)
        {
            throw new ArtifactException($"Step '{name}' has {count} columns; 0 to {MostColumns} can be read. Make the file again.");
        }

        // The list grows as parts are found, so a lying count costs nothing.
        var columns = new List<FittedColumn>();
        for (var position = 0; position < count; position++)
        {
            var part = reader.Part(PartName(position));
            var input = part.Text("input") ?? throw new ArtifactException($"Step '{name}' does not name its input {position}. Make the file again.");
            columns.Add(read(input, part.Texts("outputs"), part));
        }

        return new(name, keepsInputs, columns);
    }

    /// <summary>Puts the columns that are made in place of those they are made from.</summary>
    internal Table Replace(Table rows, ColumnMaker make)
    {
        var columns = new List<Column>(rows.Columns.Count + Outputs.Count);
        for (var at = 0; at < rows.Columns.Count; at++)
        {
            var column = rows.Columns[at];
            var isInput = _byInput.TryGetValue(column.Name, out var position);
            if ((!isInput || _keepsInputs) && !_made.Contains(column.Name))
            {
                columns.Add(column);
            }

            if (isInput)
            {
                var made = new Column[_columns[position].Outputs.Count];
                make(position, column, made);
                columns.AddRange(made);
            }
        }

        return new(columns, rows.RowCount);
    }

    private static string PartName(int position) => FormattableString.Invariant($"column_{position}");

    private void Admit(FittedColumn column, int position)
    {
        if (!_byInput.TryAdd(column.Input, position))
        {
            throw new ArtifactException($"Step '{Name}' reads column '{column.Input}' twice. Name each column once.");
        }

        foreach (var output in column.Outputs)
        {
            if (!_made.Add(output.Name))
            {
                throw new ArtifactException($"Step '{Name}' makes column '{output.Name}' twice. Name each column once.");
            }
        }
    }

    private void Check(Table rows)
    {
        List<string>? faults = null;
        foreach (var column in _columns)
        {
            if (StepColumns.Fault(rows, Name, column.Input, [column.InputType]) is { } fault)
            {
                (faults ??= []).Add(fault);
            }
        }

        if (faults is not null)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }
}
