using System.Data.Common;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Stores;

/// <summary>A store in a file of SQLite.</summary>
/// <param name="path">The file.</param>
internal sealed class SqlitePlace(string path) : StorePlace
{
    /// <inheritdoc/>
    public override string Shown => path;

    /// <inheritdoc/>
    public override string Folder => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <inheritdoc/>
    public override TimeSpan LongestEnd => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override bool IsServer => false;

    /// <inheritdoc/>
    public override DbConnection Open(bool isNew, int secondsToWait) => StoreFile.Open(path, isNew, secondsToWait);

    /// <inheritdoc/>
    public override OptionsException? Explain(Exception fault) => StoreFault.Explain(path, fault);
}
