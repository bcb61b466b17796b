using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modelwright.Hosting;

namespace Modelwright.Samples.Worker;

/// <summary>Puts the worker together.</summary>
public static class InboxHost
{
    /// <summary>Makes the host of a worker; running it is up to the caller.</summary>
    /// <param name="args">Settings, such as <c>--Inbox:Folder=/data/inbox --Modelwright:Path=/models/churn.mw</c>.</param>
    /// <returns>A host that has not started.</returns>
    public static IHost Build(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddModelwright(options => builder.Configuration.GetSection("Modelwright").Bind(options));
        builder.Services.Configure<InboxOptions>(builder.Configuration.GetSection("Inbox"));
        builder.Services.AddHostedService<InboxWorker>();
        return builder.Build();
    }
}
