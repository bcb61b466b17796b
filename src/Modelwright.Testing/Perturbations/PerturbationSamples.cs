using Modelwright.Core.Data;

namespace Modelwright.Testing.Perturbations;

/// <summary>Rows of every type of column, with missing values, odd letters and repeated values.</summary>
internal static class PerturbationSamples
{
    private static readonly string[] Plans = ["basic", "Plus", "pro 2"];
    private static readonly string[] Texts = ["it works", "zażółć gęślą jaźń", "a", "", "9Z z", "👍 fine"];

    /// <summary>Two columns of each type, so that one has a partner.</summary>
    public static Schema Schema { get; } = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = Plans },
        new("before", ColumnType.Category) { Levels = Plans },
        new("note", ColumnType.Text),
        new("reply", ColumnType.Text),
        new("opened", ColumnType.Time),
        new("closed", ColumnType.Time),
    ]);

    /// <summary>Draws rows.</summary>
    /// <param name="rows">Number of rows.</param>
    public static Table Draw(int rows)
    {
        var chance = new Chance(1);
        Column Numbers(string name) => new NumberColumn(name, Filled(rows, _ => chance.Next(10) == 0 ? double.NaN : Math.Round(1000 * chance.Uniform(), 2)));
        Column Categories(string name) => new CategoryColumn(name, Plans, Filled(rows, _ => chance.Next(10) == 0 ? CategoryColumn.Missing : chance.Next(Plans.Length)));
        Column Words(string name) => new TextColumn(name, Filled(rows, _ => chance.Next(10) == 0 ? null : Texts[chance.Next(Texts.Length)]));
        Column Times(string name) => new TimeColumn(name, Filled(rows, _ => chance.Next(10) == 0 ? TimeColumn.Missing : TimeSpan.TicksPerMinute * (1_000_000_000L + chance.Next(1_000_000))));
        return new([Numbers("age"), Numbers("income"), Categories("plan"), Categories("before"), Words("note"), Words("reply"), Times("opened"), Times("closed")], rows);
    }

    private static T[] Filled<T>(int rows, Func<int, T> make) => [.. Enumerable.Range(0, rows).Select(make)];
}
