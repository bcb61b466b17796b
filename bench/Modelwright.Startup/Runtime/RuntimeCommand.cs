using System.Globalization;

namespace Modelwright.Startup.Runtime;

/// <summary>Publishes an app that does nothing but predict, and starts it in turns with each package.</summary>
internal static class RuntimeCommand
{
    private const int UsualRuns = 20;

    /// <summary>Measures, prints the page, and writes it where a file is named.</summary>
    /// <param name="project">The folder of the app's project.</param>
    /// <param name="arguments">Packages, and '--runs N', '--docs FILE', '--kinds a,b'.</param>
    /// <returns>0, or 1 where a limit is not kept: size, or the time to open the first package.</returns>
    internal static int Run(string project, string[] arguments)
    {
        var options = arguments.Index().Where(text => text.Item.StartsWith("--", StringComparison.Ordinal)).ToDictionary(text => text.Item, text => arguments[text.Index + 1]);
        string[] packages = [.. arguments.Where((text, place) => !text.StartsWith("--", StringComparison.Ordinal) && (place == 0 || !arguments[place - 1].StartsWith("--", StringComparison.Ordinal)))];
        var runs = options.TryGetValue("--runs", out var asked) ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualRuns;
        var kinds = options.GetValueOrDefault("--kinds")?.Split(',');
        var folder = Directory.CreateTempSubdirectory("modelwright-startup-").FullName;
        try
        {
            PublishedApp[] apps = [.. AppKind.All.Where(kind => kinds?.Contains(kind.Name) ?? true).Select(kind => PublishedApp.Publish(project, kind, folder))];
            LoadTimes[] times = [.. packages.SelectMany(package => apps.Select(app => new LoadTimes(app, package)))];
            for (var run = 0; run < runs; run++)
            {
                Array.ForEach(times, time => time.Time());
            }

            var page = RuntimePage.Of(apps, times);
            Console.WriteLine(page);
            if (options.TryGetValue("--docs", out var docs))
            {
                File.WriteAllText(docs, page);
            }

            return Array.Exists(apps, app => app.Bytes / 1e6 > app.Kind.MostMegabytes) || Array.Exists(times, time => time.Package == packages[0] && time.Load > time.App.Kind.MostLoad) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
