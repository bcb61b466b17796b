using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class WholeTests
{
    [Fact]
    public void Parse_Digits_IsThatNumber() => Assert.Equal(17, Whole.Parse("17", "--trials", minimum: 1));

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("9999999999")]
    [InlineData("ten")]
    public void Parse_AnythingElse_SaysTheRange(string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Whole.Parse(text, "--trials", minimum: 1));

        Assert.Equal($"--trials must be a whole number from 1 to 2147483647. Got '{text}'. Write it in digits alone.", fault.Message);
    }

    [Fact]
    public void Parse_AboveTheMost_SaysTheRange()
    {
        var fault = Assert.Throws<OptionsException>(() => Whole.Parse("51", "--folds", minimum: 2, maximum: 50));

        Assert.Equal("--folds must be a whole number from 2 to 50. Got '51'. Write it in digits alone.", fault.Message);
    }
}
