using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Profile;

namespace Modelwright.Tests.Findings;

/// <summary>Seeded tables without a leak, to which a test adds one.</summary>
internal sealed class LeakTables
{
    public const int Rows = 1_200;

    private readonly double[] _size = new double[Rows];
    private readonly string?[] _colour = new string?[Rows];

    public LeakTables(int seed = 1)
    {
        Random = new(seed);
        for (var row = 0; row < Rows; row++)
        {
            (_size[row], _colour[row]) = (Random.NextDouble() * 10, "red,green,blue".Split(',')[Random.Next(3)]);
            Number[row] = (2 * _size[row]) + (_colour[row] == "red" ? 4 : 0) + (6 * Random.NextDouble());
            IsYes[row] = Number[row] > 12.5 != Random.NextDouble() < 0.2;
        }
    }

    public Random Random { get; }

    public double[] Number { get; } = new double[Rows];

    public bool[] IsYes { get; } = new bool[Rows];

    /// <summary>The table that asks for a class.</summary>
    public Table Classes => new([new NumberColumn("size", _size), CategoryColumn.FromTexts("colour", _colour), CategoryColumn.FromTexts("label", [.. IsYes.Select(yes => yes ? "yes" : "no")])]);

    /// <summary>The table that asks for a number.</summary>
    public Table Numbers => new([new NumberColumn("size", _size), CategoryColumn.FromTexts("colour", _colour), new NumberColumn("amount", Number)]);

    public static NumberColumn Column(string name, Func<int, double> of) => new(name, [.. Enumerable.Range(0, Rows).Select(of)]);

    public static CategoryColumn Levels(string name, Func<int, string?> of) => CategoryColumn.FromTexts(name, [.. Enumerable.Range(0, Rows).Select(of)]);

    public static IReadOnlyList<Finding> Find(Table table, DataProfile? profile = null) =>
        LeakSearch.Inspect(table, profile ?? Profiled(table), cancellation: TestContext.Current.CancellationToken);

    public static IReadOnlyList<SuspectRow> Doubt(Table table, DataProfile? profile = null) =>
        LabelSearch.Inspect(table, profile ?? Profiled(table), cancellation: TestContext.Current.CancellationToken);

    public static DataProfile Profiled(Table table, string column, ColumnRole role) =>
        Profiler.Inspect(table, new() { Target = table.TryGet("label", out _) ? "label" : "amount", Roles = new Dictionary<string, ColumnRole> { [column] = role } }, TestContext.Current.CancellationToken);

    public static DataProfile Profiled(Table table) =>
        Profiler.Inspect(table, new() { Target = table.TryGet("label", out _) ? "label" : "amount", Roles = table.TryGet("day", out _) ? new Dictionary<string, ColumnRole> { ["day"] = ColumnRole.Time } : new Dictionary<string, ColumnRole>() }, TestContext.Current.CancellationToken);
}
