namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Trees laid out for rows that are asked one by one.</summary>
/// <remarks>Answers the leaves of <see cref="Tree.LeafOf"/>, and adds them in the order of the trees, so that all layouts give the same bits. Immutable; safe from any thread.</remarks>
internal abstract class RowLayout
{
    /// <summary>Adds what every tree says of one row; tree t adds to output t % outputs where a leaf holds one value.</summary>
    /// <param name="row">One value an input.</param>
    /// <param name="scores">One an output.</param>
    internal abstract void AddRow(ReadOnlySpan<double> row, Span<double> scores);
}
