using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Quality.Sets;
using Modelwright.Sources;

namespace Modelwright.Quality.Scoring;

/// <summary>The numbers and categories of a set as they come, apart for training and test.</summary>
/// <param name="Training">At most as many training rows as were asked.</param>
/// <param name="Labels">Their target: a number, or the 0-based class.</param>
/// <param name="Test">All test rows.</param>
/// <param name="Classes">Number of classes; 0 where a number is asked.</param>
internal sealed record SetRows(Table Training, float[] Labels, Table Test, int Classes)
{
    /// <summary>Reads a set, split as its first repeat is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="most">The most training rows to keep, evenly spaced.</param>
    internal static async Task<SetRows> ReadAsync(DataSet set, int most)
    {
        var rows = await Table.ReadAsync(set.File).ConfigureAwait(false);
        var target = rows[set.Target];
        string[] names = [.. rows.Columns.Where(column => column is NumberColumn or CategoryColumn && column.Name != set.Target && !set.Dropped.Contains(column.Name)).Select(column => column.Name)];
        var features = rows.Select(names);
        var test = set.TestRows(repeat: 0);
        var isTest = test.ToHashSet();
        int[] rest = [.. Enumerable.Range(0, rows.RowCount).Where(row => !isTest.Contains(row))];
        int[] training = [.. Enumerable.Range(0, Math.Min(most, rest.Length)).Select(at => rest[(long)at * rest.Length / Math.Min(most, rest.Length)])];
        var (labels, classes) = set.Kind == "regression" ? (Numbers(target, training), 0) : Codes(target, training);
        return new(features.Take(training), labels, features.Take(test), classes);
    }

    private static float[] Numbers(Column target, int[] rows) => target is NumberColumn numbers
        ? Array.ConvertAll(rows, row => (float)numbers.Values.At(row))
        : throw new DataException($"Column '{target.Name}' is no number. Choose a set whose target is.");

    private static (float[] Labels, int Classes) Codes(Column target, int[] rows)
    {
        var texts = Array.ConvertAll(rows, row => target.Format(row) ?? "");
        string[] classes = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var codes = classes.Index().ToDictionary(pair => pair.Item, pair => (float)pair.Index, StringComparer.Ordinal);
        return (Array.ConvertAll(texts, text => codes[text]), classes.Length);
    }
}
