using System.Globalization;
using System.Text;

namespace Modelwright.Startup.Runtime;

/// <summary>The page about the size of an app that predicts, and what opening a package takes.</summary>
internal static class RuntimePage
{
    /// <summary>Writes the page.</summary>
    internal static string Of(IReadOnlyList<PublishedApp> apps, IReadOnlyList<LoadTimes> times)
    {
        var page = new StringBuilder("""
            # Small and quick to start, measured
            Written by `bench/Modelwright.Startup runtime`: an app that references `Modelwright.Runtime` alone and opens one package, published in four ways. Each is started again and again, all in turns; a figure is the median.

            ## Size
            | app | MB on disk | asked |
            | --- | ---: | ---: |

            """);
        foreach (var app in apps)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {app.Kind.Meaning} | {app.Bytes / 1e6:F1} | {(app.Kind.MostMegabytes is { } most ? $"below {most:F0}" : "")} |\n");
        }

        page.Append("""

            ## Opening a package
            `Predictor.Load` from a process that has just begun: reading, hashes, every check, and the check rows asked again. `load` is that call alone, by a stopwatch in the process; `process` is from start to end, the end of the
            app included. `held` is what the managed heap keeps once the package is open, `working set` all memory of the process at that moment; beside them their share of the file.

            | package | MB | app | load, ms | asked | process, ms | held, MB | of the file | working set, MB | of the file |
            | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var time in times)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileName(time.Package).Split('.')[0]} | {time.PackageBytes / 1e6:F2} | {time.App.Kind.Name} | {time.Load:F1} | {time.App.Kind.MostLoad:F0} | {time.Process:F0} | {time.Held / 1e6:F1} | {time.Held / time.PackageBytes:F1} | {time.Peak / 1e6:F0} | {time.Peak / time.PackageBytes:F0} |\n");
        }

        return page.ToString();
    }
}
