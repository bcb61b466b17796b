using Modelwright.Cli.Options;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Tests.Options;

public sealed class CostFileTests
{
    private const string Form = """ Write {"costs": {"yes": {"no": 50}, "no": {"yes": 5}}}: the true class, the answer, and what that costs.""";

    [Fact]
    public void Read_Costs_GivesThemByTruthAndAnswer()
    {
        using var folder = new TempFolder();

        var costs = CostFile.Read(folder.Write("costs.json", """{"costs": {"yes": {"no": 50, "yes": -1.5}, "no": {"yes": 5}}}"""));

        Assert.Equal(["yes", "no"], costs.Keys);
        Assert.Equal((50, -1.5, 5), (costs["yes"]["no"], costs["yes"]["yes"], costs["no"]["yes"]));
    }

    [Theory]
    [InlineData("{\"costs\":\n{\"yes\"", "--cost: '{0}', line 2 is not JSON.")]
    [InlineData("[1]", "--cost: '{0}' must hold an object with the object 'costs'.")]
    [InlineData("{\"costs\": 5}", "--cost: '{0}' must hold an object with the object 'costs'.")]
    [InlineData("{\"costs\": {\"yes\": 5}}", "--cost: '{0}': the true class 'yes' holds no object of answers.")]
    [InlineData("{\"costs\": {\"yes\": {\"no\": 1}, \"yes\": {\"no\": 2}}}", "--cost: '{0}': the true class 'yes' stands there twice.")]
    [InlineData("{\"costs\": {\"yes\": {\"no\": 1, \"no\": 2}}}", "--cost: '{0}': the answer 'no' stands twice where 'yes' is true.")]
    [InlineData("{\"costs\": {\"yes\": {\"no\": 1e999}}}", "--cost: '{0}': the cost of 'no' where 'yes' is true is 1e999, not a finite number.")]
    public void Read_SomethingElse_SaysWhere(string text, string expected)
    {
        using var folder = new TempFolder();
        var path = folder.Write("costs.json", text);

        Assert.Equal(expected.Replace("{0}", path, StringComparison.Ordinal) + Form, Assert.Throws<OptionsException>(() => CostFile.Read(path)).Message);
    }

    [Fact]
    public void Read_SeveralFaults_AreToldTogether()
    {
        using var folder = new TempFolder();
        var path = folder.Write("costs.json", """{"cost": 1, "costs": {"yes": {"no": "50"}, "no": []}}""");

        Assert.Equal(
            $"--cost: '{path}': 'cost' is no part of it.{Form}\n" +
            $"--cost: '{path}': the cost of 'no' where 'yes' is true is \"50\", not a finite number.{Form}\n" +
            $"--cost: '{path}': the true class 'no' holds no object of answers.{Form}",
            Assert.Throws<OptionsException>(() => CostFile.Read(path)).Message);
    }

    [Fact]
    public void Read_HugeFile_IsRefusedUnread()
    {
        using var folder = new TempFolder();
        var path = folder.Write("costs.json", new string(' ', (1 << 20) + 1));

        Assert.Equal($"--cost: '{path}' has more than 1048576 bytes, too many for costs.{Form}", Assert.Throws<OptionsException>(() => CostFile.Read(path)).Message);
    }

    [Fact]
    public void Read_NoFile_SaysSo() =>
        Assert.Equal("--cost: the file 'absent.json' was not found. Check the path.", Assert.Throws<OptionsException>(() => CostFile.Read("absent.json")).Message);
}
