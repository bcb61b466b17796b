using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>What a step has learned of one column, and how it transforms it. Immutable and safe from any thread.</summary>
internal abstract class FittedColumn(string input, ColumnType inputType, IReadOnlyList<Feature> outputs)
{
    /// <summary>The column it reads.</summary>
    internal string Input { get; } = input;

    /// <summary>The type that column must have.</summary>
    internal ColumnType InputType { get; } = inputType;

    /// <summary>The columns it makes; may be none.</summary>
    internal IReadOnlyList<Feature> Outputs { get; } = outputs;

    /// <summary>What an output stands for, in words that follow its name; null where the name says it.</summary>
    /// <param name="output">Position in <see cref="Outputs"/>.</param>
    internal virtual string? Meaning(int output) => null;

    /// <summary>Transforms any number of rows.</summary>
    /// <param name="column">The column it reads, of the right type.</param>
    /// <param name="made">Room for one column an output, in order.</param>
    internal abstract void Apply(Column column, Span<Column> made);

    /// <summary>The same on rows of numbers.</summary>
    /// <param name="from">Where the column stands, and the levels of its codes.</param>
    /// <param name="to">Where the first output goes; the others follow.</param>
    /// <returns>What is to be done, in order.</returns>
    internal virtual RowStep[] OnRows(RowSlot from, int to) => [new ColumnRows(this, from, to)];

    /// <summary>The same as formulas, one an output; null where it has none.</summary>
    /// <param name="from">What the column is made of.</param>
    /// <param name="builder">Makes the nodes.</param>
    /// <remarks>What is made of a category is a table of its levels, found by transforming each once; the door brings a level that training had not to one name.</remarks>
    internal virtual FormulaColumn[]? Formula(FormulaColumn from, FormulaBuilder builder) =>
        InputType == ColumnType.Category ? LevelTables.Of(this, from, builder) : null;

    /// <summary>Why there is no formula, in a sentence without its end.</summary>
    internal virtual string WithoutFormula => InputType is ColumnType.Text or ColumnType.Time ? "it reads texts or times" : "it has no formula";

    /// <summary>The levels of an output that is a category, where they are the same for all rows; else null.</summary>
    internal virtual IReadOnlyList<string>? LevelsMade => null;

    /// <summary>Writes what was learned; names of input and outputs are written by the step.</summary>
    /// <param name="writer">The column's own part; "input" and "outputs" are taken.</param>
    internal abstract void Write(IArtifactWriter writer);

    /// <summary>The same with no more than is needed for the outputs that are wanted; null where none is.</summary>
    /// <param name="wanted">Names of columns.</param>
    internal FittedColumn? Trim(IReadOnlySet<string> wanted)
    {
        bool[] isWanted = [.. Outputs.Select(output => wanted.Contains(output.Name))];
        return !isWanted.Contains(true) ? null : isWanted.Contains(false) ? Trim(isWanted) : this;
    }

    /// <summary>The same without outputs that are not wanted, where some can go; whole where they are made together.</summary>
    /// <param name="isWanted">For each output whether it is; at least one is, and one is not.</param>
    protected virtual FittedColumn Trim(bool[] isWanted) => this;

    /// <summary>The names of the outputs that are wanted.</summary>
    protected IReadOnlyList<string> Names(bool[] isWanted) => [.. Outputs.Where((_, output) => isWanted[output]).Select(output => output.Name)];

    /// <summary>Features of one type from this one column.</summary>
    protected static IReadOnlyList<Feature> Features(string input, ColumnType type, IReadOnlyList<string> names)
    {
        var origins = new[] { input };
        var features = new Feature[names.Count];
        for (var position = 0; position < features.Length; position++)
        {
            features[position] = new(names[position], type, origins);
        }

        return features;
    }
}
