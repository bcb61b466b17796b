using System.Globalization;

namespace Modelwright.Testing;

/// <summary>Runs an action in cultures whose letters and numbers differ most from the invariant one.</summary>
internal static class OtherCultures
{
    private static readonly string[] Names = ["tr-TR", "de-DE"];

    /// <summary>Runs in each, and sets the culture back.</summary>
    /// <param name="run">Gets the culture's name.</param>
    public static void Run(Action<string> run)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in Names)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                run(name);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
