using Modelwright.Runtime.Packaging;

namespace Modelwright.Hosting;

/// <summary>Where the package of one model lies, and how it is kept up to date. Read once, when the app starts.</summary>
public sealed class ModelwrightOptions
{
    /// <summary>The smallest <see cref="ReloadDelay"/>: 10 milliseconds.</summary>
    public static readonly TimeSpan SmallestReloadDelay = TimeSpan.FromMilliseconds(10);

    /// <summary>The largest <see cref="ReloadDelay"/>: one hour.</summary>
    public static readonly TimeSpan LargestReloadDelay = TimeSpan.FromHours(1);

    /// <summary>The package, a <c>.mw</c> file. A relative path stands against the content root of the app. There is no default.</summary>
    public string Path { get; set; } = "";

    /// <summary>Whether a changed file is loaded while the app runs. Default: true.</summary>
    public bool Reload { get; set; } = true;

    /// <summary>
    /// How long a changed file must be quiet before it is read, and how often it is looked at; 10 milliseconds to one hour.
    /// Default: 500 milliseconds.
    /// </summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Whether a changed file may ask for columns that the loaded model does not ask for, or of another type, lack one of its
    /// classes, or be of another task. Default: false, such a file is refused.
    /// </summary>
    public bool AllowOtherSchema { get; set; }

    /// <summary>
    /// Whether a package that cannot be read when the app starts ends the start. Default: true. With false the app starts without
    /// a model, its health check says so, and the package is loaded once it can be.
    /// </summary>
    public bool RequiredAtStart { get; set; } = true;

    /// <summary>How much of a package is read before it is refused. Default: those of <see cref="PackageLimits"/>, 1 GiB.</summary>
    public PackageLimits Limits { get; set; } = new();
}
