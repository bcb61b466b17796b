using System.Globalization;
using System.Text;
using System.Text.Json;
using Modelwright.Cli.Hosting;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Machine;

namespace Modelwright.Cli.Tests;

/// <summary>Runs calls in this process and keeps what they write.</summary>
internal sealed class TestHost
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    /// <summary>Whether a person looks at standard output.</summary>
    public bool IsTerminal { get; init; } = true;

    /// <summary>What a person types, line by line; null where nobody can.</summary>
    public Queue<string>? Lines { get; init; }

    /// <summary>What standard input holds.</summary>
    public string Input { get; init; } = "";

    /// <summary>The same as bytes, where it is no UTF-8.</summary>
    public byte[]? InputBytes { get; init; }

    /// <summary>Where bytes go that stand for standard output.</summary>
    public MemoryStream? OutputBytes { get; init; }

    /// <summary>What 'doctor' finds; null looks at the machine that the tests run on.</summary>
    public IReadOnlyList<MachineCheck>? Machine { get; init; }

    /// <summary>Ends a verb that goes on by itself.</summary>
    public CancellationToken Stop { get; init; }

    public string Output => _output.ToString().ReplaceLineEndings("\n");

    public string Error => _error.ToString().ReplaceLineEndings("\n");

    /// <summary>The one document on standard output.</summary>
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;

    public Host Host => new()
    {
        Learners = () => new LearnerCatalog().AddBuiltIn(),
        Exports = Formats.All,
        Machine = learners => Machine ?? MachineInspection.Of(learners),
        Output = new StringWriter(_output, CultureInfo.InvariantCulture),
        Error = new StringWriter(_error, CultureInfo.InvariantCulture),
        OpenInput = () => new MemoryStream(InputBytes ?? Encoding.UTF8.GetBytes(Input)),
        OpenOutput = () => OutputBytes ?? throw new InvalidOperationException("Nobody expects bytes."),
        OutputIsTerminal = IsTerminal,
        ReadLine = Lines is { } lines ? () => lines.TryDequeue(out var line) ? line : null : null,
        ErrorIsTerminal = false,
        UsesColour = false,
        IsPlain = true,
        Stop = Stop,
    };

    public Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments, Host);
}
