using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Verbs;
using Modelwright.Cli.Verbs.Models;
using Modelwright.Cli.Verbs.Serving;
using Modelwright.Cli.Verbs.Watching;

namespace Modelwright.Cli.Hosting;

/// <summary>From arguments to an exit code.</summary>
internal static class CommandLine
{
    // A file may be named '@rows.csv': the parser library would look for arguments in it.
    private static readonly ParserConfiguration Words = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses, runs the verb, and turns errors into texts and exit codes.</summary>
    /// <param name="arguments">As typed, without the program's name.</param>
    /// <param name="host">The world around the call.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Host host)
    {
        try
        {
            var root = Root(host);
            if (arguments.Length == 0)
            {
                HelpPage.Write(host.Error, root);
                return ExitCode.CallIsWrong;
            }

            var call = root.Parse(arguments, Words);
            CallFaults.Check(call);
            return await call.InvokeAsync(Invocation(host)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever goes wrong is told to the person in words, with the exit code that scripts rely on
        catch (Exception exception)
        {
            return Failure.Report(exception, host, isForMachine: Answer.IsForMachine(arguments, host));
        }
#pragma warning restore CA1031
    }

    /// <summary>All verbs; a new one is one line here.</summary>
    public static RootCommand Root(Host host)
    {
        var root = new RootCommand("modelwright: from data to a model that you can stand behind.")
        {
            InspectVerb.Create(host),
            TrainVerb.Create(host),
            PredictVerb.Create(host),
            EvaluateVerb.Create(host),
            TestVerb.Create(host),
            MonitorVerb.Create(host),
            SignVerb.Create(host),
            VerifyVerb.Create(host),
            RunsVerb.Create(host),
            ModelsVerb.Create(host),
            ReproduceVerb.Create(host),
            ExplainVerb.Create(host),
            CompareVerb.Create(host),
            RetrainVerb.Create(host),
            ExportVerb.Create(host),
            ServeVerb.Create(host),
            DoctorVerb.Create(host),
        };
        // The parser library would take '[suggest]' for an order to itself.
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            Describe(option);
        }

        return root;
    }

    private static void Describe(Option option)
    {
        if (option is System.CommandLine.Help.HelpOption)
        {
            option.Description = "Shows this help; after a verb, the verb's.";
            option.Action = new HelpPage();
        }
        else if (option is VersionOption)
        {
            option.Description = "Shows the version.";
            option.Action = new VersionLine();
        }
    }

    // Exceptions and Ctrl-C are handled here and in the verbs, not by the parser library.
    private static InvocationConfiguration Invocation(Host host) => new()
    {
        Output = host.Output,
        Error = host.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
