using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Reads what a step learned of several columns together.</summary>
internal delegate FittedTuple TupleReader(IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, IArtifactReader part);

/// <summary>What a step has learned of several columns together, and how it makes columns of them. Immutable and safe from any thread.</summary>
internal abstract class FittedTuple(IReadOnlyList<(string Name, ColumnType Type)> inputs, IReadOnlyList<string> outputs)
{
    /// <summary>The columns it reads, each with the type it must have.</summary>
    internal IReadOnlyList<(string Name, ColumnType Type)> Inputs { get; } = inputs;

    /// <summary>The numbers it makes; each comes from all inputs.</summary>
    internal IReadOnlyList<Feature> Outputs { get; } = Trace(inputs, outputs);

    /// <summary>Transforms any number of rows.</summary>
    /// <param name="columns">The columns it reads, in order, of the right types.</param>
    /// <param name="made">To be filled: a column an output, in order.</param>
    internal abstract void Apply(IReadOnlyList<Column> columns, NumberBlocks made);

    /// <summary>The same on rows of numbers.</summary>
    /// <param name="from">Where each input stands, and the levels of its codes.</param>
    /// <param name="to">Where the first output goes; the others follow.</param>
    internal virtual RowStep OnRows(RowSlot[] from, int to) => new TupleRows(this, from, to);

    /// <summary>The same as formulas, one an output; null where it has none.</summary>
    /// <param name="from">What each input is made of.</param>
    /// <param name="builder">Makes the nodes.</param>
    internal virtual FormulaNode[]? Formula(FormulaColumn[] from, FormulaBuilder builder) => null;

    /// <summary>Writes what was learned; names of inputs and outputs are written by the step.</summary>
    /// <param name="writer">The tuple's own part; "inputs" and "outputs" are taken.</param>
    internal abstract void Write(IArtifactWriter writer);

    private static Feature[] Trace(IReadOnlyList<(string Name, ColumnType Type)> inputs, IReadOnlyList<string> outputs)
    {
        string[] origins = [.. inputs.Select(input => input.Name).Distinct(StringComparer.Ordinal)];
        return [.. outputs.Select(name => new Feature(name, ColumnType.Number, origins))];
    }
}
