using Modelwright.Core.Errors;
using Modelwright.Splits;

namespace Modelwright.Testing.Tests.Documents;

/// <summary>A splitter of one's own: rows are dealt out in turn, which suits rows that come in a cycle.</summary>
public sealed class RoundRobin : ISplitter
{
    public SplitterInfo Info { get; } = new()
    {
        Name = "round_robin",
        Title = "Round robin",
        Meaning = "Rows are dealt out in turn; the seed says which fold comes first.",
        TestsEveryRow = true,
    };

    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        if (request.Folds < 2 || request.Folds > request.RowCount)
        {
            throw new OptionsException($"Folds must be 2 to {request.RowCount}, the rows; {request.Folds} folds are asked for. Ask for fewer, or bring more rows.");
        }

        int[] rows = [.. Enumerable.Range(0, request.RowCount)];
        var first = Math.Abs(request.Seed % request.Folds);
        return [.. Enumerable.Range(0, request.Folds).Select(fold => new Split(
            [.. rows.Where(row => (row + first) % request.Folds != fold)],
            [.. rows.Where(row => (row + first) % request.Folds == fold)]))];
    }
}
