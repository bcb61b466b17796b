using System.CommandLine;
using System.CommandLine.Parsing;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Found;
using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Profiles;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'inspect': what is in a file, and what is wrong with it.</summary>
internal static class InspectVerb
{
    private const string PageOption = "--page";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var file = Entry.Rows();
        var meaning = new Meaning();
        var reading = new Reading();
        var page = Entry.Text(PageOption, "FILE", "Also writes the profile as one HTML page, with a picture for each column.");
        var deep = Entry.Flag("--deep", "With --target: also fits a small model to find rows whose target looks wrong.");
        var fix = new FixOptions();
        var json = Entry.Json();
        var verb = new Verb("inspect", "Shows what is in a file, what its columns mean, and what is wrong with it.")
        {
            Usage = "inspect FILE [--target COLUMN] [options]",
            Examples =
            [
                new("modelwright inspect customers.csv", "the columns, what they mean, and findings"),
                new("modelwright inspect customers.csv --target churned", "also the task and metric that go with the target"),
                new("modelwright inspect customers.csv --target churned --fix -o plan.json", "the remedies that a plan can hold, for 'train --plan'"),
                new("modelwright inspect customers.csv --page profile.html", "the same as a page for a browser"),
                new("modelwright inspect customers.csv --types zip=category --json", "a document for a program, with one meaning corrected"),
            ],
        };
        verb.Arguments.Add(file);
        meaning.AddTo(verb);
        reading.AddTo(verb);
        verb.Options.Add(page);
        verb.Options.Add(deep);
        fix.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var options = meaning.Read(call, reader);
            var readOptions = reading.Read(call, reader, options.Types) with { JoinTime = options.Roles.FirstOrDefault(role => role.Value == ColumnRole.Time).Key };
            var plan = fix.PlanFile(call, reader, options);
            reader.Check();
            var request = new Request(call.GetRequiredValue(file), options, readOptions, Next(call, options.Target, plan), call.GetValue(page), call.GetValue(deep), plan);
            return InspectAsync(request, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static async Task<int> InspectAsync(Request request, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        using var input = await InputFile.OpenAsync(request.File, host, interrupt.Token).ConfigureAwait(false);
        var screen = Screen.Open(host, isForMachine);
        var source = await input.WatchAsync(request.Reading, screen, host.Time, interrupt.Token).ConfigureAwait(false);
        var profile = Profiler.Inspect(source.Table, request.Options with { Source = source.Report }, interrupt.Token);
        var depth = DepthProfiler.Inspect(source.Table, profile, interrupt.Token);
        profile = profile.With([.. LeakSearch.Inspect(source.Table, profile, cancellation: interrupt.Token), .. depth.Findings]);
        if (request.Page is { } page)
        {
            ReportPage.Save(ProfileReport.Of(profile, depth, source.Report), page);
            Screen.Unbroken(screen, $"Wrote {page}");
        }

        var doubted = request.IsDeep ? LabelSearch.Inspect(source.Table, profile, cancellation: interrupt.Token) : [];
        var remedies = request.Plan is { } plan ? FixOptions.Write(profile, plan) : null;
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer =>
            {
                ProfileDocument.Write(writer, profile, source.Report);
                DepthDocument.Write(writer, depth);
                SuspectDocument.Write(writer, doubted);
                RemedyDocument.Write(writer, remedies, request.Plan);
            });
        }
        else
        {
            ProfilePage.Write(screen, profile, source.Report, request.Next);
            SuspectLines.Write(screen, doubted, profile.Target ?? "", "the document (--json)");
            RemedyLines.Write(screen, remedies, request.Plan);
        }

        return ExitCode.Done;
    }

    // The same call with the next verb: what a person said of the columns holds there too.
    private static string Next(ParseResult call, string? target, string? plan)
    {
        if (plan is not null)
        {
            return $"modelwright train {Shell.Quote(SourceAddress.WithoutPassword(call.Tokens.First(token => token.Type == TokenType.Argument).Value))} --plan {Shell.Quote(plan)}";
        }

        var tokens = call.Tokens.Where(token => token.Type != TokenType.Command && token.Value is not (Answer.JsonOption or "--deep")).ToArray();
        var words = tokens
            .Where((token, place) => token.Value != PageOption && (place == 0 || tokens[place - 1].Value != PageOption))
            .Select(token => token.Value == "-" ? "FILE" : Shell.Quote(SourceAddress.WithoutPassword(token.Value)));
        return string.Join(' ', ["modelwright train", .. words, .. target is null ? ["--target COLUMN"] : Array.Empty<string>()]);
    }

    private sealed record Request(string File, ProfileOptions Options, ReadOptions Reading, string Next, string? Page, bool IsDeep, string? Plan);
}
