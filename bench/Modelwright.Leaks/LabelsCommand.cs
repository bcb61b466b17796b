using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Findings;

namespace Modelwright.Leaks;

/// <summary>Flips one label in twenty and counts how many of the doubted rows were flipped.</summary>
internal static class LabelsCommand
{
    private const double Share = 0.05;
    private static readonly string[] Usual = ["bank_marketing", "car", "phishing_websites", "segment", "telco_churn", "diamonds"];
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Runs all sets and writes the results.</summary>
    public static async Task<int> RunAsync(Options options)
    {
        var results = new List<LabelResult>();
        foreach (var set in IndexedSet.Read(options.Data, options.Sets.Length > 0 ? options.Sets : Usual))
        {
            var (table, report) = await set.ReadAsync(set.Dropped).ConfigureAwait(false);
            var (flipped, rows) = Flip(table, set, new(options.Seed));
            var doubted = LabelSearch.Inspect(flipped, set.Profile(flipped, report));
            results.Add(new(set.Name, table.RowCount, rows.Count, doubted.Count, doubted.Count(row => rows.Contains(row.Row)), doubted.Take(20).Count(row => rows.Contains(row.Row))));
            Console.WriteLine(results[^1]);
        }

        await File.WriteAllTextAsync(options.Out, JsonSerializer.Serialize(results, Written)).ConfigureAwait(false);
        return 0;
    }

    // Another class than its own; a number that another row has.
    private static (Table Table, HashSet<int> Rows) Flip(Table table, IndexedSet set, Random random)
    {
        var target = table[set.Target];
        string?[] texts = [.. Enumerable.Range(0, table.RowCount).Select(target.Format)];
        var flipped = new HashSet<int>();
        var changed = (string?[])texts.Clone();
        for (var row = 0; row < texts.Length; row++)
        {
            if (texts[row] is not null && random.NextDouble() < Share)
            {
                string? other;
                do
                {
                    other = texts[random.Next(texts.Length)];
                }
                while (other is null || other == texts[row]);
                changed[row] = other;
                flipped.Add(row);
            }
        }

        Column column = set.Task.AnswersNumbers
            ? new NumberColumn(set.Target, Array.ConvertAll(changed, text => text is null ? double.NaN : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))
            : CategoryColumn.FromTexts(set.Target, changed);
        return (table.With(column), flipped);
    }
}
