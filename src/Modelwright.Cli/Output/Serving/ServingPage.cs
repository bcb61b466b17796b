using Modelwright.Server.Traffic;
using Spectre.Console;

namespace Modelwright.Cli.Output.Serving;

/// <summary>What 'serve' tells a person.</summary>
internal static class ServingPage
{
    /// <summary>Where it listens and how a model is asked.</summary>
    public static void Write(IAnsiConsole console, string url, ServedModels models)
    {
        console.MarkupLineInterpolated($"Serving at [bold]{url}[/]");
        foreach (var model in models.All)
        {
            console.MarkupLineInterpolated($"  {model.Name}  POST {url}/models/{model.Name}/predict");
        }

        console.MarkupLineInterpolated($"Routes and columns: {url}/docs. Ctrl-C ends it.");
    }

    /// <summary>The key, which is told this once.</summary>
    public static void WriteKey(IAnsiConsole console, string name, string key)
    {
        console.MarkupLineInterpolated($"The key of '{name}'; it is kept nowhere else: ");
        console.WriteLine(key);
    }
}
