using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models rollback': the champion before the present one becomes champion again.</summary>
internal sealed class RollbackModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "rollback";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--reason", "--by"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var version = registry.Rollback(asked.What, asked.By, asked.Reason);
        return new(console => VersionPage.WriteAliased(console, version, ModelRegistry.Champion, isDropped: false), writer => ModelsDocument.WriteVersion(writer, version));
    }
}
