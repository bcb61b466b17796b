using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Help;

public sealed class HelpPageTests
{
    public static TheoryData<string> Verbs => [.. CommandLine.Root(new TestHost().Host).Subcommands.Select(verb => verb.Name)];

    [Fact]
    public async Task Help_OfTheProgram_IsAsVerified() => Snapshot.Verify("Help/modelwright", await HelpAsync("--help"));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAVerb_IsAsVerified(string verb) => Snapshot.Verify($"Help/{verb}", await HelpAsync(verb, "--help"));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAVerb_HasExamplesAndShortLines(string verb)
    {
        var help = await HelpAsync(verb, "--help");

        Assert.Contains($"  modelwright {verb} ", help[help.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    private static async Task<string> HelpAsync(params string[] arguments)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.Done, await host.RunAsync(arguments));
        return host.Output;
    }
}
