using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Monitoring.Quality;

namespace Modelwright.Tests.Monitoring;

public sealed class RepeatsTests
{
    [Fact]
    public void Expected_AllRows_IsWhatWasCounted() => Gen.Int[0, 20].Array[5, 60].Sample(values =>
    {
        var counted = Repeats.Of([new NumberColumn("a", Array.ConvertAll(values, value => (double)value))]);

        Assert.Equal(values.Length, counted.Rows);
        Assert.Equal(values.Length - values.Distinct().Count(), Repeats.Repeated(counted));
        Assert.Equal(0, Repeats.Expected(counted, 1).Mean, 1e-9);

        // Hurlbert 1971: two rows repeat each other as often as two of all do.
        var pairs = values.CountBy(value => value).Sum(group => group.Value * (group.Value - 1.0)) / (values.Length * (values.Length - 1.0));
        Assert.Equal(pairs, Repeats.Expected(counted, 2).Mean, 1e-9);
    });
}
