using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Formulas;

/// <summary>What the columns of a table are made of while a model is written as a formula, step after step. Not safe from several threads.</summary>
public sealed class FormulaColumns
{
    private readonly Dictionary<string, FormulaColumn> _columns;
    private readonly HashSet<string> _absent;
    private readonly List<FormulaGap> _gaps;

    private FormulaColumns(FormulaBuilder builder, IReadOnlyList<FormulaInput> inputs, (Dictionary<string, FormulaColumn> There, HashSet<string> Absent) columns, List<FormulaGap> gaps) =>
        (Builder, Inputs, _columns, _absent, _gaps) = (builder, inputs, columns.There, columns.Absent, gaps);

    /// <summary>Makes the nodes.</summary>
    public FormulaBuilder Builder { get; }

    /// <summary>The columns that the whole formula reads.</summary>
    public IReadOnlyList<FormulaInput> Inputs { get; }

    /// <summary>What could not be written so far, each part once.</summary>
    public IReadOnlyList<FormulaGap> Gaps => _gaps;

    /// <summary>The columns of a schema as they come in: numbers and categories; others have no formula.</summary>
    internal static FormulaColumns Of(Schema schema, HashSet<string> read)
    {
        var (builder, inputs, columns) = (new FormulaBuilder(), new List<FormulaInput>(), new Dictionary<string, FormulaColumn>(StringComparer.Ordinal));
        foreach (var spec in schema.Columns.Where(spec => read.Contains(spec.Name)))
        {
            if (spec.Type == ColumnType.Number)
            {
                inputs.Add(new(spec.Name, spec.Type, [], []));
                columns.Add(spec.Name, new(Number(builder, spec), spec.Type, []));
            }
            else if (spec.Type == ColumnType.Category)
            {
                inputs.Add(new(spec.Name, spec.Type, spec.Levels, spec.MissingMarkers));
                columns.Add(spec.Name, new(builder.Input(FormulaOperation.Category, spec.Name), spec.Type, KnownLevels.Of(spec).All));
            }
        }

        return new(builder, inputs, (columns, new(StringComparer.Ordinal)), []);
    }

    /// <summary>The same columns, to be changed apart; nodes and gaps stay together.</summary>
    public FormulaColumns Copy() => new(Builder, Inputs, (new(_columns, StringComparer.Ordinal), new(_absent, StringComparer.Ordinal)), _gaps);

    /// <summary>Says that a part cannot be written.</summary>
    /// <param name="gap">Which and why; one that was told before is not told again.</param>
    public void Tell(FormulaGap gap)
    {
        if (!_gaps.Contains(gap))
        {
            _gaps.Add(gap);
        }
    }

    /// <summary>Says that a column would be there if a step had a formula, so that those who read it need not tell so again.</summary>
    /// <param name="name">Its name.</param>
    internal void Lack(string name)
    {
        _columns.Remove(name);
        _absent.Add(name);
    }

    /// <summary>Finds a column of a type; null where it has no formula.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Number or category.</param>
    public FormulaColumn? Find(string name, ColumnType type) => _columns.TryGetValue(name, out var column) && column.Type == type ? column : null;

    /// <summary>Adds a column, or puts it in the place of the one with its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="column">What it is made of.</param>
    public void Set(string name, FormulaColumn column)
    {
        _columns[name] = column;
        _absent.Remove(name);
    }

    /// <summary>Takes a column away.</summary>
    /// <param name="name">Its name.</param>
    public void Remove(string name) => _columns.Remove(name);

    /// <summary>The answer of a form that reads these columns; null, and a gap told, where it has no formula.</summary>
    /// <param name="form">Any form.</param>
    public FormulaNode? Answer(IForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form is IHasFormula has)
        {
            return has.Formula(this);
        }

        Tell(new($"form '{form.Info.Name}'", "it cannot be written as sums, tables and comparisons of the columns"));
        return null;
    }

    /// <summary>What a form reads, one node an input, codes of categories those of the form's own levels; null, and a gap told, where a column has no formula.</summary>
    /// <param name="inputs">The form's inputs.</param>
    public FormulaNode[]? Read(IReadOnlyList<FormInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var nodes = new FormulaNode[inputs.Count];
        var isWhole = true;
        for (var place = 0; place < nodes.Length; place++)
        {
            if (Find(inputs[place].Name, inputs[place].Type) is { } column)
            {
                nodes[place] = inputs[place].Type == ColumnType.Category ? Recoded(column, inputs[place].Levels) : column.Node;
                continue;
            }

            isWhole = false;
            if (!_absent.Contains(inputs[place].Name))
            {
                Tell(new($"column '{inputs[place].Name}'", "only numbers and categories can be read"));
            }
        }

        return isWhole ? nodes : null;
    }

    /// <summary>What a form reads side by side, as <see cref="Read"/>; of a form without inputs a 0.</summary>
    /// <param name="inputs">The form's inputs.</param>
    public FormulaNode? ReadJoined(IReadOnlyList<FormInput> inputs) =>
        Read(inputs) is { } nodes ? nodes.Length == 0 ? Builder.Constant(0) : Builder.Join(nodes) : null;

    /// <summary>The code among other levels; -1 for what they lack.</summary>
    private FormulaNode Recoded(FormulaColumn column, IReadOnlyList<string> levels)
    {
        if (column.Levels.SequenceEqual(levels, StringComparer.Ordinal))
        {
            return column.Node;
        }

        var map = new CategoryColumn("", column.Levels, Array.Empty<int>()).MapTo(levels);
        return Builder.Lookup(column.Node, [-1, .. Enumerable.Range(0, column.Levels.Count).Select(code => (double)(map is null ? code : map[code]))]);
    }

    /// <summary>The number, missing where it is one of the values that stand for that.</summary>
    private static FormulaNode Number(FormulaBuilder builder, ColumnSpec spec)
    {
        var node = builder.Input(FormulaOperation.Number, spec.Name);
        foreach (var marker in spec.MissingMarkers)
        {
            if (CellText.TryNumber(marker, spec, out var value))
            {
                node = builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Same, node, builder.Constant(value)), builder.Constant(double.NaN), node);
            }
        }

        return node;
    }
}
