using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>
/// Changes one column after another, each time asking about all values that are worth a try; keeps a few sets that come nearest to
/// flipping the answer, by themselves and for their cost.
/// </summary>
internal sealed class CoordinateSearch(AttackedRow row)
{
    private const int MostRounds = 5;
    private const int RowsOfARound = 600;
    private const int MostColumns = 24;
    private const int MostValues = 24;
    private const int Beam = 4;
    private const int Refined = 3;

    private readonly Cell[][] _cells = [.. row.Columns.Select(column => CellChoice.Of(row.Target, column))];

    /// <summary>Searches; what is found the row keeps.</summary>
    public void Run(CancellationToken cancellation)
    {
        int[] columns = [.. Enumerable.Range(0, _cells.Length).Where(column => _cells[column].Length > 0)];
        RowChange[] beam = [RowChange.None];
        for (var round = 0; round < MostRounds && columns.Length > 0 && beam.Length > 0 && row.Left > 0; round++)
        {
            var values = Math.Clamp(RowsOfARound / (beam.Length * columns.Length), 1, MostValues);
            RowChange[] tried = [.. beam.SelectMany(set => Extended(set, columns, values))];
            var judged = row.Ask(tried, cancellation);
            int[] flipped = [.. Enumerable.Range(0, tried.Length).Where(place => judged[place].IsFlipped).OrderBy(place => row.Cost(tried[place])).Take(Refined)];
            if (flipped.Length > 0)
            {
                Array.ForEach(flipped, place => Refinement.Of(row, tried[place], cancellation));
                return;
            }

            columns = round == 0 ? Telling(tried, judged) : columns;
            beam = Best(tried, judged);
        }
    }

    private IEnumerable<RowChange> Extended(RowChange set, int[] columns, int values) =>
        from column in columns
        where set[column] is null
        from cell in CellChoice.Thinned(_cells[column], values)
        select set.With(column, cell);

    /// <summary>The columns that bring the answer nearest to being flipped.</summary>
    private static int[] Telling(RowChange[] tried, Judged[] judged) =>
        [.. tried.Zip(judged, (change, judge) => (Column: change.Columns[0], judge.Guide)).GroupBy(entry => entry.Column).OrderByDescending(group => group.Max(entry => entry.Guide)).Take(MostColumns).Select(group => group.Key).Order()];

    private RowChange[] Best(RowChange[] tried, Judged[] judged)
    {
        int[] asked = [.. Enumerable.Range(0, tried.Length).Where(place => double.IsFinite(judged[place].Guide))];
        var least = asked.Select(place => judged[place].Guide).DefaultIfEmpty().Min();
        var near = asked.OrderByDescending(place => judged[place].Guide).ThenBy(place => row.Cost(tried[place])).Take(Beam / 2);
        var cheap = asked.OrderByDescending(place => (judged[place].Guide - least) / row.Cost(tried[place])).Take(Beam / 2);
        return [.. near.Concat(cheap).Distinct().Select(place => tried[place])];
    }
}
