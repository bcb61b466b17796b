using Modelwright.Core.Data;

namespace Modelwright.Leaks.Planting;

/// <summary>The kinds of leaks that are planted, each as it happens in practice.</summary>
internal static class PlantedLeaks
{
    private const string Name = "planted";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<PlantedLeak> All =
    [
        new("copy", Name, ["target_copy"], (from, _) => from.Table.With(from.IsNumber ? Numbers(from, row => from.Numbers[row]) : Texts(from, row => $"state {from.Numbers[row]}"))),
        new("function", Name, ["target_function", "predicts_too_well"], (from, random) => from.Table.With(Numbers(from, row => from.IsNumber ? Math.Exp(from.Numbers[row] / Math.Max(1e-9, from.Numbers.Max(Math.Abs))) : (10 * from.Numbers[row]) + random.NextDouble()))),
        new("noisy_copy", Name, ["predicts_too_well", "near_copy", "target_function"], (from, random) => from.Table.With(from.IsNumber ? Numbers(from, row => from.Numbers[row] * (1 + (0.02 * (random.NextDouble() - 0.5)))) : Texts(from, row => $"state {from.Numbers[random.NextDouble() < 0.02 ? random.Next(from.Rows) : row]}"))),
        new("late_times", Name, ["late_times"], LateTimes),
        new("pure_level", Name, ["pure_level", "late_times"], (from, random) => from.Table.With(Texts(from, row => from.IsEvent[row] && random.NextDouble() < 0.2 ? "branch 7" : $"branch {random.Next(7)}"))),
        new("missing", Name, ["missing_tells"], (from, random) => from.Table.With(Numbers(from, row => from.IsEvent[row] && random.NextDouble() < 0.97 ? random.Next(100) : double.NaN))),
        new("constant_for_class", Name, ["constant_for_class", "predicts_too_well", "missing_tells", "target_function"], (from, random) => from.Table.With(Numbers(from, row => from.IsEvent[row] && random.NextDouble() < 0.8 ? 1 + random.Next(500) : 0))),
        new("sorted_id", Name, ["id_order", "row_order"], SortedId),
        new("duplicates", null, ["twin_rows"], (from, random) => from.Table.Take([.. Enumerable.Range(0, from.Rows), .. Enumerable.Range(0, from.Rows / 10).Select(_ => random.Next(from.Rows))])),
        new("entities", Name, ["shared_entities"], Entities),
        new("target_mean", Name, ["target_mean", "predicts_too_well"], (from, random) => Mean(from, random, leavesOut: false)),
        new("target_mean_left_out", Name, ["target_mean_left_out"], (from, random) => Mean(from, random, leavesOut: true)),
    ];

    private static NumberColumn Numbers(TargetTable from, Func<int, double> of) => new(Name, [.. Enumerable.Range(0, from.Rows).Select(of)]);

    private static CategoryColumn Texts(TargetTable from, Func<int, string> of) => CategoryColumn.FromTexts(Name, [.. Enumerable.Range(0, from.Rows).Select(of)]);

    // After the last regular day only rows with the event were still added.
    private static Table LateTimes(TargetTable from, Random random) => from.Table.With(new TimeColumn(Name, [.. Enumerable.Range(0, from.Rows)
        .Select(row => Start.AddDays(from.IsEvent[row] && random.NextDouble() < 0.25 ? 365 + random.Next(60) : random.Next(365)).Ticks)]));

    private static Table SortedId(TargetTable from, Random random)
    {
        int[] order = [.. Enumerable.Range(0, from.Rows).OrderBy(row => from.Numbers[row]).ThenBy(_ => random.Next())];
        var number = 1000;
        return from.Table.Take(order).With(new NumberColumn(Name, [.. order.Select(_ => (double)(number += 1 + random.Next(3)))]));
    }

    // Two to four rows a thing, which differ from one another in one column alone.
    private static Table Entities(TargetTable from, Random random)
    {
        var rows = new List<int>();
        var things = new List<double>();
        for (var thing = 0; rows.Count < from.Rows; thing++)
        {
            var row = random.Next(from.Rows);
            for (var visit = 2 + random.Next(3); visit > 0; visit--)
            {
                rows.Add(row);
                things.Add(70_001 + (thing * 13));
            }
        }

        return from.Table.Take([.. rows]).With(new NumberColumn(Name, [.. things])).With(new NumberColumn("visit", [.. rows.Select(_ => random.NextDouble())]));
    }

    private static Table Mean(TargetTable from, Random random, bool leavesOut)
    {
        int[] places = [.. Enumerable.Range(0, from.Rows).Select(_ => (int)(40 * random.NextDouble() * random.NextDouble()))];
        double[] values = from.IsNumber ? from.Numbers : Array.ConvertAll(from.IsEvent, isEvent => isEvent ? 1.0 : 0.0);
        var (sums, counts) = (new double[40], new double[40]);
        for (var row = 0; row < values.Length; row++)
        {
            sums[places[row]] += values[row];
            counts[places[row]]++;
        }

        var left = leavesOut ? 1 : 0;
        return from.Table
            .With(CategoryColumn.FromTexts("place", [.. places.Select(place => $"place {place}")]))
            .With(Numbers(from, row => (sums[places[row]] - (left * values[row])) / Math.Max(1, counts[places[row]] - left)));
    }
}
