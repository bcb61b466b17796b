using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Exporting;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Exporting;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'export': writes a package's model in another format, proven to answer the same.</summary>
internal static class ExportVerb
{
    private const string Usage = "export PACKAGE --to FORMAT [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var to = Entry.Text("--to", "FORMAT", $"What to write: {string.Join("; ", host.Exports.Select(format => $"{format.Name}, {format.Meaning}"))}.");
        var output = Entry.Text("--output", "FILE", "Where it goes; without it beside the package, with the format's own ending. The name becomes the name of the class, or of the table that is read.");
        output.Aliases.Add("-o");
        var data = Entry.Text("--data", "FILE", "Rows to prove it on, beside the check rows that stand in the package.");
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("export", "Writes a model in another format, once it is proven to answer the same.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright export runs/churn/model.mw --to csharp -o Churn.cs", "one C# file without any dependency"),
                new("modelwright export runs/churn/model.mw --to sql -o customers.sql --data new.csv", "a SELECT over the table 'customers', proven on these rows too"),
            ],
            Closing = "Exit code 1: a part of the model has no such form; each is named, and nothing is written.",
        };
        verb.Arguments.Add(package);
        foreach (var option in (Option[])[to, output, data])
        {
            verb.Options.Add(option);
        }

        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var format = reader.Read(() => FormatOf(call.GetValue(to), host.Exports));
            reader.Check();
            var path = call.GetRequiredValue(package);
            return ExportAsync((path, call.GetValue(output) ?? Path.ChangeExtension(path, format!.Ending), call.GetValue(data)), format!, read, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static IExportFormat FormatOf(string? name, IReadOnlyList<IExportFormat> formats)
    {
        var names = string.Join(", ", formats.Select(format => format.Name));
        return name is null
            ? throw new OptionsException($"--to is missing: modelwright {Usage} (FORMAT is one of {names})")
            : formats.FirstOrDefault(format => format.Name == name)
                ?? throw new OptionsException($"--to {name}: there is no such format.{NearestName.Suggest(name, formats.Select(format => format.Name))} The formats are {names}.");
    }

    private static async Task<int> ExportAsync((string Package, string Output, string? Data) paths, IExportFormat format, ReadOptions read, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var package = Package.Load(paths.Package);
        Table? rows = null;
        if (paths.Data is { } file)
        {
            using var input = await InputFile.OpenAsync(file, host, interrupt.Token).ConfigureAwait(false);
            rows = (await input.ReadAsync(ModelReading.For(package, read), interrupt.Token).ConfigureAwait(false)).Table;
        }

        var report = ModelExport.Write(package, format, paths.Output, rows, interrupt.Token);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ExportDocument.Write(writer, report));
        }
        else
        {
            ExportPage.Write(Screen.Open(host, isForMachine: false), report);
        }

        return report.IsWritten ? ExitCode.Done : ExitCode.AnswerIsNo;
    }
}
