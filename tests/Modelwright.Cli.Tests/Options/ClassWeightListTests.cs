using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class ClassWeightListTests
{
    [Fact]
    public void Parse_Pairs_GivesWeightsByClass() =>
        Assert.Equal(new Dictionary<string, double> { ["yes"] = 5, ["a=b"] = 0.5 }, ClassWeightList.Parse(["yes=5,a=b=0.5"]));

    [Fact]
    public void Parse_Balanced_IsOneEntry() => Assert.Equal(["balanced"], ClassWeightList.Parse(["balanced"]).Keys);

    [Fact]
    public void Parse_Faults_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => ClassWeightList.Parse(["yes", "no=much", "a=1,a=2"]));

        Assert.Equal(
            """
            --class-weights must be 'balanced' or pairs CLASS=NUMBER. Got 'yes'. Write them as --class-weights yes=5,no=1.
            --class-weights must be 'balanced' or pairs CLASS=NUMBER. Got 'no=much'. Write them as --class-weights yes=5,no=1.
            --class-weights names 'a=2' twice. Keep one of them.
            """.ReplaceLineEndings("\n"),
            fault.Message);
    }
}
