using System.Diagnostics;
using System.Text.Json;

namespace Modelwright.Kills;

/// <summary>What one kill came to.</summary>
/// <param name="KilledAfter">Seconds from the start to the kill.</param>
/// <param name="Kept">Entries of the journal that were there.</param>
/// <param name="ResumedIn">Seconds that the run took to its end.</param>
/// <param name="Faults">What was not as it should be.</param>
internal sealed record KillOutcome(double KilledAfter, int Kept, double ResumedIn, IReadOnlyList<string> Faults);

/// <summary>Kills the training of one set, again and again, in a folder of its own.</summary>
internal sealed class KillRun : IDisposable
{
    private const int MostResumes = 3;

    private readonly string _cli;
    private readonly string _file;
    private readonly string[] _call;
    private readonly bool _isExact;
    private readonly Random _random;
    private readonly string _folder = Directory.CreateTempSubdirectory("modelwright-kills-").FullName;
    private readonly double _took;
    private readonly string? _expected;

    /// <summary>Trains once without a kill: that says how long it takes, and which model comes out.</summary>
    public KillRun(string cli, string file, string target, string[] limit, Random random)
    {
        (_cli, _file, _random, _isExact) = (cli, file, random, limit[0] == "--trials");
        _call = ["train", file, "--target", target, .. limit, "--json", "--resume"];
        var clock = Stopwatch.StartNew();
        var (code, output) = Run([.. _call, "--out", "whole"]);
        _took = clock.Elapsed.TotalSeconds;
        _expected = code == 0 ? ModelId(output, "model_id") : throw new InvalidOperationException($"{file} cannot be trained on: {output}");
    }

    /// <summary>Kills once, and lets the run go on.</summary>
    public KillOutcome Kill(int number)
    {
        var name = $"kill{number}";
        var after = _took * _random.NextDouble();
        using (var process = Start([.. _call, "--out", name]))
        {
            if (!process.WaitForExit(TimeSpan.FromSeconds(after)))
            {
                process.Kill();
            }

            process.WaitForExit();
        }

        var kept = Directory.EnumerateFiles(_folder, "0*.entry", SearchOption.AllDirectories).Count();
        var clock = Stopwatch.StartNew();
        var (code, output) = Run([.. _call, "--out", name]);
        for (var again = 1; code != 0 && again < MostResumes; again++)
        {
            (code, output) = Run([.. _call, "--out", name]);
        }

        return new(after, kept, clock.Elapsed.TotalSeconds, [.. Faults(name, code, output)]);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<string> Faults(string name, int code, string output)
    {
        if (code != 0)
        {
            yield return $"it did not go on: {output}";
            yield break;
        }

        if (_isExact && ModelId(output, "model_id") != _expected)
        {
            yield return "another model came out";
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Where(IsLeftover))
        {
            yield return $"left: {Path.GetRelativePath(_folder, path)}";
        }

        var (repeated, said) = Run(["reproduce", Path.Combine(name, "model.mw"), _file, "--json"]);
        if (repeated != 0)
        {
            yield return $"the repeat differs: {said}";
        }
    }

    private static bool IsLeftover(string path) =>
        path.EndsWith(".writing", StringComparison.Ordinal) || path.EndsWith(".partial", StringComparison.Ordinal) || path.EndsWith(".entry", StringComparison.Ordinal) || path.EndsWith(".done", StringComparison.Ordinal);

    private static string? ModelId(string output, string name) => JsonDocument.Parse(output).RootElement.GetProperty(name).GetString();

    private (int Code, string Output) Run(string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private Process Start(string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(_cli, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;

        // Nobody reads what is for people; an unread pipe would hold the program up.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
