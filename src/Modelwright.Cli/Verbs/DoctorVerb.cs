using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Machine;

namespace Modelwright.Cli.Verbs;

/// <summary>'doctor': what is missing on this machine, and how to get it.</summary>
internal static class DoctorVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var json = Entry.Json();
        var verb = new Verb("doctor", "Says what is missing on this machine, what it is for, and how to get it.")
        {
            Usage = "doctor [options]",
            Examples =
            [
                new("modelwright doctor", "every check with what was found; nothing is changed"),
                new("modelwright doctor --json > machine.json", "a document for a program, or to send along with a question"),
            ],
            Closing = "Exit code 0: all there, with warnings or without. 1: something is missing. Nothing leaves this machine.",
        };
        verb.Options.Add(json);
        verb.SetAction(call => Look(host, call.GetValue(json) || !host.OutputIsTerminal));
        return verb;
    }

    private static int Look(Host host, bool isForMachine)
    {
        MachineCheck[] store = host.Store is { } path ? [MachineInspection.OfStore(new(path))] : [];
        MachineCheck[] checks = [.. host.Machine(host.Learners()), .. store, Terminal.Check(host)];
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => DoctorDocument.Write(writer, checks));
        }
        else
        {
            DoctorPage.Write(Screen.Open(host, isForMachine: false), checks);
        }

        return Array.Exists(checks, check => check.State == CheckState.Missing) ? ExitCode.AnswerIsNo : ExitCode.Done;
    }
}
