using System.Diagnostics;
using System.Globalization;

namespace Modelwright.Startup.Runtime;

/// <summary>What one app takes to open one package, process after process.</summary>
/// <param name="app">The app.</param>
/// <param name="package">The package.</param>
internal sealed class LoadTimes(PublishedApp app, string package)
{
    private readonly List<(double Load, double Process, double Held, double Peak)> _runs = [];

    /// <summary>The app.</summary>
    internal PublishedApp App => app;

    /// <summary>The package.</summary>
    internal string Package => package;

    /// <summary>Bytes of the package.</summary>
    internal long PackageBytes => new FileInfo(package).Length;

    /// <summary>Milliseconds of <c>Predictor.Load</c> alone, inside the process.</summary>
    internal double Load => Median(run => run.Load);

    /// <summary>Milliseconds from the start of the process to its end.</summary>
    internal double Process => Median(run => run.Process);

    /// <summary>Bytes that are held of the managed heap once the package is open.</summary>
    internal double Held => Median(run => run.Held);

    /// <summary>Bytes of the working set when the package is open, before anything is tidied.</summary>
    internal double Peak => Median(run => run.Peak);

    /// <summary>Starts the app once.</summary>
    internal void Time()
    {
        var watch = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(app.Program, [package]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var took = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{app.Program} {package}' ended with exit code {process.ExitCode}. Run it by hand to see why.");
        }

        var said = Array.ConvertAll(text.Split(' ')[..3], part => double.Parse(part, CultureInfo.InvariantCulture));
        _runs.Add((said[0], took, said[1], said[2]));
    }

    private double Median(Func<(double Load, double Process, double Held, double Peak), double> of) => _runs.Select(of).Order().ElementAt(_runs.Count / 2);
}
