using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Quality.Sets;

/// <summary>The target of a set, apart for training and test rows.</summary>
/// <param name="Columns">Columns that may be used, the target left out.</param>
/// <param name="Training">Target texts of the training rows.</param>
/// <param name="Test">Target texts of the test rows.</param>
internal sealed record SplitSet(int Columns, string[] Training, string[] Test)
{
    /// <summary>Reads the target, and writes the test rows without it to a file, as new rows come.</summary>
    /// <param name="set">The set.</param>
    /// <param name="testRows">0-based rows.</param>
    /// <param name="testFile">Where to write the test rows.</param>
    public static SplitSet Read(DataSet set, int[] testRows, string testFile)
    {
        var isTest = testRows.ToHashSet();
        var training = new List<string>();
        var test = new List<string>();
        using var writer = new StreamWriter(testFile);
        using var records = Csv.Read(set.File).GetEnumerator();
        records.MoveNext();
        var header = records.Current;
        var target = Array.IndexOf(header, set.Target);
        Csv.Write(writer, Without(header, target));
        for (var row = 0; records.MoveNext(); row++)
        {
            if (isTest.Contains(row))
            {
                test.Add(records.Current[target]);
                Csv.Write(writer, Without(records.Current, target));
            }
            else
            {
                training.Add(records.Current[target]);
            }
        }

        return training.Count + test.Count == set.Rows
            ? new(header.Length - 1 - set.Dropped.Count, [.. training], [.. test])
            : throw new DataException($"Set '{set.Name}' has {training.Count + test.Count} rows, its index says {set.Rows}. Check the file.");
    }

    /// <summary>Target texts as numbers.</summary>
    /// <param name="texts">The texts.</param>
    public static double[] Numbers(string[] texts) => Array.ConvertAll(texts, text => double.Parse(text, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Without(string[] fields, int place) => fields.Where((_, other) => other != place);
}
