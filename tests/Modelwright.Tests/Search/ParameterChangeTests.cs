using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Search;

namespace Modelwright.Tests.Search;

public sealed class ParameterChangeTests
{
    private static readonly ParameterSpec[] Specs =
    [
        ParameterSpec.Number("rate", (0.001, 1), 0.1, "Speed.", isLogarithmic: true),
        ParameterSpec.Integer("leaves", (2, 100), 31, "Size."),
        ParameterSpec.Choice("kind", ["a", "b"], "Kind."),
        ParameterSpec.Integer("iterations", (1, 1_000), 100, "Work.") with { IsLimit = true },
    ];

    [Fact]
    public void Near_AnyChance_StaysInRange() => Check.Sample(
        Gen.Int[0, int.MaxValue],
        chance => ParameterChange.Near(ParameterValues.Default, Specs, chance).Check("test", Specs));

    [Fact]
    public void Near_SameChance_SameSetting() =>
        Assert.Equal(ParameterChange.Near(ParameterValues.Default, Specs, 7).ToString(), ParameterChange.Near(ParameterValues.Default, Specs, 7).ToString());

    [Fact]
    public void Near_ManyChances_ChangesEveryParameterButLimits()
    {
        var changed = Enumerable.Range(0, 50).SelectMany(chance => ParameterChange.Near(ParameterValues.Default, Specs, chance).Texts.Keys).ToHashSet();
        Assert.Equal(["kind", "leaves", "rate"], changed.Order());
    }
}
