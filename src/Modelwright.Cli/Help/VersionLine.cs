using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Modelwright.Cli.Help;

/// <summary>Writes the version of this program.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <summary>The version, without the commit behind it.</summary>
    public static string Number { get; } = typeof(VersionLine).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"modelwright {Number}");
        return 0;
    }
}
