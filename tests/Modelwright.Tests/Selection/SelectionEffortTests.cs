using Modelwright.Recording;
using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>How much is looked at.</summary>
public sealed class SelectionEffortTests
{
    private static readonly SelectionRequest Any = SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(60, 1, 1)));

    [Theory]
    [InlineData(null, 20, 1, 20_000, 500, 40)]
    [InlineData(1.2, 20, 1, 5_555, 500, 40)]
    [InlineData(1.2, 856, 9, 501, 123, 8)]
    [InlineData(1e-3, 30, 1, 500, 100, 8)]
    public void For_SecondsAndColumns_IsBounded(double? seconds, int columns, int outputs, int rows, int most, int trees) =>
        Assert.Equal(new SelectionEffort(rows, most, trees), SelectionEffort.For(Any with { Seconds = seconds }, columns, outputs));

    [Fact]
    public void For_Fewest_LooksAtFewerRowsAsItDoesMore()
    {
        var (selected, fewest) = (SelectionEffort.For(Any with { Seconds = 1 }, 40, 1), SelectionEffort.For(Any with { Choice = FeatureChoice.Fewest, Seconds = 1 }, 40, 1));
        Assert.InRange((double)fewest.Rows / selected.Rows, 0.55, 0.65);
    }
}
