using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Peers;

/// <summary>The columns of a set as plain numbers: what a peer at its defaults is commonly given.</summary>
/// <param name="Training">Features of the training rows.</param>
/// <param name="Test">Features of the test rows.</param>
/// <remarks>
/// Texts become the ordinal position of the level among the training rows' levels, -1 where missing or unseen; missing
/// numbers become the median of the training rows. Missing is what pandas takes for it when it reads a file.
/// </remarks>
internal sealed record PlainTable(Table Training, Table Test)
{
    private static readonly HashSet<string> Missing = new(StringComparer.Ordinal)
    {
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "n/a", "nan", "null",
    };

    /// <summary>Reads and encodes a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="testRows">0-based rows.</param>
    public static PlainTable Read(DataSet set, int[] testRows)
    {
        using var records = Csv.Read(set.File).GetEnumerator();
        records.MoveNext();
        var header = records.Current;
        var isTest = testRows.ToHashSet();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var training = Array.ConvertAll(header, _ => new List<string>());
        var test = Array.ConvertAll(header, _ => new List<string>());
        for (var row = 0; records.MoveNext(); row++)
        {
            var side = isTest.Contains(row) ? test : training;
            for (var column = 0; column < header.Length; column++)
            {
                // Equal texts are held once, or the largest set would not fit.
                var text = records.Current[column];
                if (!known.TryGetValue(text, out var held))
                {
                    known.Add(text, held = text);
                }

                side[column].Add(held);
            }
        }

        var pairs = Enumerable.Range(0, header.Length)
            .Where(column => header[column] != set.Target && !set.Dropped.Contains(header[column]))
            .Select(column => Encode(header[column], training[column], test[column]))
            .ToArray();
        return new(new Table([.. pairs.Select(pair => pair.Training)]), new Table([.. pairs.Select(pair => pair.Test)]));
    }

    private static (Column Training, Column Test) Encode(string name, List<string> training, List<string> test)
    {
        var present = training.Where(text => !Missing.Contains(text)).ToArray();
        if (Array.TrueForAll(present, text => TryNumber(text, out _)))
        {
            var numbers = Array.ConvertAll(present, text => double.Parse(text, CultureInfo.InvariantCulture));
            Array.Sort(numbers);
            var middle = numbers.Length == 0 ? 0 : (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
            double Number(string text) => !Missing.Contains(text) && TryNumber(text, out var number) ? number : middle;
            return (new NumberColumn(name, [.. training.Select(Number)]), new NumberColumn(name, [.. test.Select(Number)]));
        }

        var levels = present.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((text, place) => (text, place)).ToDictionary(pair => pair.text, pair => (double)pair.place, StringComparer.Ordinal);
        double Place(string text) => levels.GetValueOrDefault(text, -1);
        return (new NumberColumn(name, [.. training.Select(Place)]), new NumberColumn(name, [.. test.Select(Place)]));
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
