namespace Modelwright.Runtime.Steps.Rows;

/// <summary>What a fitted step makes of one column, on rows of numbers instead of tables: where it reads and where it writes.</summary>
/// <param name="from">The place that is read.</param>
/// <param name="to">The first place that is written.</param>
/// <remarks>Makes the same bits as the step does of a table. Immutable; safe from any thread.</remarks>
internal abstract class RowStep(int from, int to)
{
    /// <summary>The place that is read.</summary>
    protected int From { get; } = from;

    /// <summary>The first place that is written.</summary>
    protected int To { get; } = to;

    /// <summary>Fills in what it makes.</summary>
    /// <param name="rows">Rows x width.</param>
    /// <param name="width">Places a row.</param>
    internal abstract void Apply(Span<double> rows, int width);
}
