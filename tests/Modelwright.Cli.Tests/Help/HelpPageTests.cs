using Modelwright.Cli.Help;
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

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Examples_OfAVerb_AreSoundCalls(string verb)
    {
        var root = CommandLine.Root(new TestHost().Host);
        var examples = ((Verb)root.Subcommands.Single(command => command.Name == verb)).Examples;

        Assert.All(examples, example => CallFaults.Check(root.Parse(Words(example.Call))));
    }

    // What a shell would hand over: behind a pipe, without what goes to a file.
    private static string[] Words(string call) =>
        [.. call[call.IndexOf("modelwright ", StringComparison.Ordinal)..].Split(' ').Skip(1).TakeWhile(word => word != ">")];

    private static async Task<string> HelpAsync(params string[] arguments)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.Done, await host.RunAsync(arguments));
        return host.Output;
    }
}
