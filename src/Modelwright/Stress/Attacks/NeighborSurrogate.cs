using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Validation;

namespace Modelwright.Stress.Attacks;

/// <summary>
/// Imitates a model from its answers to rows alone, as an opponent could who saw them: what the nearest rows were answered, the nearer the
/// more. Probabilities of the model are not looked at. Safe from any thread.
/// </summary>
/// <remarks>
/// Nearest neighbours as a substitute: Papernot, McDaniel &amp; Goodfellow 2016, "Transferability in machine learning". Weights by inverse
/// distance: Shepard 1968. A number counts by its standard deviation, another level, another text or one value missing counts 1.
/// </remarks>
internal sealed class NeighborSurrogate
{
    private const int Neighbors = 7;
    private const int MostRows = 500;
    private const int MostColumns = 60;

    // A row that was seen itself does not silence its neighbours altogether.
    private const double Least = 0.01;

    private readonly Answers _known;
    private readonly Column[] _columns;
    private readonly double[] _scales;

    /// <summary>Remembers some rows and their answers.</summary>
    /// <param name="schema">What the columns mean; features alone are looked at, the first where there are very many.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="answers">The answers to them.</param>
    /// <param name="seed">Which rows, where there are many.</param>
    public NeighborSurrogate(Schema schema, Table rows, Answers answers, int seed)
    {
        var some = RowSample.Draw(rows.RowCount, Math.Min(MostRows, rows.RowCount), seed);
        _known = answers.Take(some);
        _columns = [.. schema.Features.Take(MostColumns).Select(spec => rows[spec.Name].Take(some))];
        _scales = Array.ConvertAll(_columns, Scale);
    }

    /// <summary>Answers rows as it thinks that the model would.</summary>
    public Answers Answer(Table rows, CancellationToken cancellation)
    {
        var count = _known.Count;
        var distances = new double[rows.RowCount * count];
        for (var column = 0; column < _columns.Length; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(distances, rows[_columns[column].Name], column);
        }

        (int Row, double Weight)[][] near = [.. Enumerable.Range(0, rows.RowCount).Select(row => Nearest(distances.AsSpan(row * count, count)))];
        return _known is ClassAnswers classes
            ? new ClassAnswers(classes.Classes, new int[rows.RowCount], [.. near.SelectMany(own => Shares(own, classes))])
            : new NumberAnswers(new double[rows.RowCount], [.. near.Select(own => own.Sum(one => one.Weight * ((NumberAnswers)_known).Predicted[one.Row]))]);
    }

    private static double[] Shares((int Row, double Weight)[] near, ClassAnswers classes)
    {
        var shares = new double[classes.Classes.Count];
        foreach (var (row, weight) in near)
        {
            shares[classes.Answered(row)] += weight;
        }

        return shares;
    }

    private static double Scale(Column column)
    {
        double[] values = column is NumberColumn or TimeColumn ? [.. RowCells.Numbers(column).Where(double.IsFinite)] : [];
        var mean = values.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(values.DefaultIfEmpty().Average(value => (value - mean) * (value - mean)));
        return deviation > 0 && double.IsFinite(deviation) ? 1 / deviation : 0;
    }

    /// <summary>Adds the squared distance by one column of every row to every known one.</summary>
    private void Add(double[] distances, Column asked, int column)
    {
        var known = _columns[column];
        var isNumber = known is NumberColumn or TimeColumn;
        double[] own = isNumber ? RowCells.Numbers(asked) : [];
        double[] others = isNumber ? RowCells.Numbers(known) : [];
        string?[] word = isNumber ? [] : Texts(asked);
        string?[] words = isNumber ? [] : Texts(known);
        for (int row = 0, at = 0; row < asked.RowCount; row++)
        {
            for (var other = 0; other < known.RowCount; other++, at++)
            {
                var apart = isNumber ? Apart(own[row], others[other], _scales[column]) : word[row] == words[other] ? 0 : 1;
                distances[at] += apart * apart;
            }
        }
    }

    private static double Apart(double one, double other, double scale) =>
        double.IsNaN(one) || double.IsNaN(other) ? (double.IsNaN(one) == double.IsNaN(other) ? 0 : 1) : (one - other) * scale;

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];

    /// <summary>The nearest known rows with weights of sum 1; of equally near ones the first.</summary>
    private static (int Row, double Weight)[] Nearest(ReadOnlySpan<double> distances)
    {
        var near = new List<(int Row, double Squared)>(Neighbors + 1);
        for (var row = 0; row < distances.Length; row++)
        {
            if (near.Count < Neighbors || distances[row] < near[^1].Squared)
            {
                var place = near.Count;
                while (place > 0 && distances[row] < near[place - 1].Squared)
                {
                    place--;
                }

                near.Insert(place, (row, distances[row]));
                near.RemoveRange(Math.Min(Neighbors, near.Count), near.Count - Math.Min(Neighbors, near.Count));
            }
        }

        double[] weights = [.. near.Select(one => 1 / (Least + Math.Sqrt(one.Squared)))];
        var sum = weights.Sum();
        return [.. near.Select((one, place) => (one.Row, weights[place] / sum))];
    }
}
