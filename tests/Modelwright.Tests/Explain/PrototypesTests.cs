using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Explain;

namespace Modelwright.Tests.Explain;

public sealed class PrototypesTests
{
    // Two heaps of rows in the middle third, one twice as large: one row of each stands for its heap.
    [Fact]
    public void Of_TwoHeaps_OneRowOfEach()
    {
        double[] a = [.. Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? 0.9 : 0.1)];
        double[] b = [.. a.Select((value, row) => (2 * value / 3) + (row * 1e-6))];
        var rows = new Table([new NumberColumn("a", a), new NumberColumn("b", b), new NumberColumn("c", new double[90])]);
        var explained = new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(rows, cancellation: TestContext.Current.CancellationToken);

        var typical = Prototypes.Of(explained, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["low", "low", "middle", "middle", "high", "high"], typical.Select(one => one.Group));
        Assert.All(typical.Chunk(2), pair =>
        {
            Assert.Equal(30, pair.Sum(one => one.Rows));
            Assert.Equal((20, 10), (pair[0].Rows, pair[1].Rows));
            Assert.Equal((0.1, 0.9), (a[pair[0].Row], a[pair[1].Row]));
        });
    }

    [Fact]
    public void Of_Classes_GroupsByTheAnswer()
    {
        var explained = new Explainer(KnownModels.Package(KnownModels.Odds)).Explain(KnownModels.Rows(60), cancellation: TestContext.Current.CancellationToken);

        var typical = Prototypes.Of(explained, 3, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["no", "yes"], typical.Select(one => one.Group).Distinct());
        Assert.All(typical, one => Assert.Equal(one.Group, explained.Predictions.Label(one.Row)));
        Assert.Equal(60, typical.Sum(one => one.Rows));
    }

    [Fact]
    public void Of_FewerRowsThanAsked_AllOfThem()
    {
        var explained = new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(KnownModels.Rows(3), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(3, Prototypes.Of(explained, 5, cancellation: TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void Of_TooMany_SaysSo()
    {
        var explained = new Explainer(KnownModels.Package(KnownModels.Sum)).Explain(KnownModels.Rows(3), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("1 to 100 typical rows a group can be chosen. Got 101. Ask for 3, say.", Assert.Throws<OptionsException>(() => Prototypes.Of(explained, 101, cancellation: TestContext.Current.CancellationToken)).Message);
    }
}
