using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Core.Tests.Learning;

public sealed class ParameterTests
{
    private static readonly ParameterSpec Rate = ParameterSpec.Number("learning_rate", (0.001, 1), 0.1, "Lower is steadier.", isLogarithmic: true);
    private static readonly ParameterSpec Trees = ParameterSpec.Integer("trees", (1, 5000), 100, "More is steadier.");
    private static readonly ParameterSpec Criterion = ParameterSpec.Choice("criterion", ["gini", "entropy"], "How splits are judged.");
    private static readonly ParameterSpec[] Specs = [Rate, Trees, Criterion];

    [Fact]
    public void Range_EveryKind_ReadsWell()
    {
        Assert.Equal("from 0.001 to 1", Rate.Range());
        Assert.Equal("a whole number from 1 to 5000", Trees.Range());
        Assert.Equal("one of 'gini', 'entropy'", Criterion.Range());
    }

    [Fact]
    public void Values_NothingSet_AreDefaults()
    {
        Assert.Equal(0.1, ParameterValues.Default.Number(Rate));
        Assert.Equal(100, ParameterValues.Default.Integer(Trees));
        Assert.Equal("gini", ParameterValues.Default.Choice(Criterion));
        Assert.Equal("", ParameterValues.Default.ToString());
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(1)]
    public void Number_AnyValue_ReadsBackToTheBit(double value)
    {
        var values = ParameterValues.From(ParameterValues.Default.With("learning_rate", value).Texts);

        values.Check("boosting", Specs);
        Assert.Equal(value, values.Number(Rate));
    }

    [Fact]
    public void With_LeavesTheOtherSettingAlone()
    {
        var first = ParameterValues.Default.With("trees", 7);

        var second = first.With("criterion", "entropy").With("trees", 8);

        Assert.Equal("trees=7", first.ToString());
        Assert.Equal("criterion=entropy, trees=8", second.ToString());
        Assert.Equal((8, "entropy"), (second.Integer(Trees), second.Choice(Criterion)));
    }

    [Fact]
    public void Check_ManyFaults_SaysAllTogether()
    {
        var values = ParameterValues.Default.With("criterion", "Gini").With("tree", 5).With("trees", 2.5).With("learning_rate", double.NaN);

        Assert.Equal(
            """
            Parameter 'criterion' of learner 'forest' must be one of 'gini', 'entropy'. Got 'Gini'. How splits are judged.
            Parameter 'learning_rate' of learner 'forest' must be from 0.001 to 1. Got 'NaN'. Lower is steadier.
            Learner 'forest' has no parameter 'tree'. Did you mean 'trees'? It has: learning_rate, trees, criterion.
            Parameter 'trees' of learner 'forest' must be a whole number from 1 to 5000. Got '2.5'. More is steadier.
            """,
            Assert.Throws<OptionsException>(() => values.Check("forest", Specs)).Message);
    }

    [Theory]
    [InlineData("learning_rate", "0.0009")]
    [InlineData("learning_rate", "1.0001")]
    [InlineData("learning_rate", "0,5")]
    [InlineData("learning_rate", "")]
    [InlineData("learning_rate", "Infinity")]
    [InlineData("trees", "0")]
    [InlineData("trees", "5001")]
    [InlineData("trees", "many")]
    public void Check_OutOfRange_IsRefused(string name, string text) =>
        Assert.Throws<OptionsException>(() => ParameterValues.From([new(name, text)]).Check("forest", Specs));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Values_OtherCulture_ChangesNothing(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            Assert.Equal("learning_rate=0.25", ParameterValues.Default.With("learning_rate", 0.25).ToString());
            Assert.Equal(0.25, ParameterValues.From([new("learning_rate", "0.25")]).Number(Rate));
            Assert.Equal("from 0.001 to 1", Rate.Range());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
