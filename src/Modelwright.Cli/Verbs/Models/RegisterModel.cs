using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models register': a package becomes a version.</summary>
internal sealed class RegisterModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "register";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["PACKAGE"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--name", "--note", "--by"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needed => ["--name"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var version = registry.Register(asked.Name!, asked.What, new() { Note = asked.Note, By = asked.By });
        return new(console => VersionPage.WriteRegistered(console, version), writer => ModelsDocument.WriteVersion(writer, version));
    }
}
